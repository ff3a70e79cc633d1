package io.psabridge.connectwise.conformance;

import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.http.Reply;
import io.psabridge.sandbox.json.Json;
import io.psabridge.tck.KitFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Wrong ways to write, and to believe that it was written. */
final class WritingFaults {

    static final Map<KitFault, UnaryOperator<Outbound>> ALL =
            Map.ofEntries(
                    Map.entry(KitFault.LOSES_NON_ASCII, WritingFaults::sendsAscii),
                    Map.entry(
                            KitFault.INTERNAL_NOTE_WITH_NOTIFICATIONS,
                            right -> notifies(right, "/notes")),
                    Map.entry(KitFault.WRONG_PLACEMENT_FLAG, WritingFaults::internalIsDiscussion),
                    Map.entry(KitFault.NOTIFIES_BY_DEFAULT, right -> notifies(right, "/tickets")),
                    Map.entry(KitFault.AUTHOR_LOST, WritingFaults::dropsTheAuthor),
                    Map.entry(KitFault.STATUS_NAME_ACROSS_BOARDS, StatusByName::plantedIn),
                    Map.entry(KitFault.TRUSTS_THE_WRITE_ANSWER, WritingFaults::showsWhatWasAsked),
                    Map.entry(
                            KitFault.SENDS_BACK_WHAT_IT_READ, right -> sendsToo(right, "company")),
                    Map.entry(KitFault.CLEAR_IS_IGNORED, WritingFaults::clearsNothing),
                    Map.entry(KitFault.CUSTOM_FIELDS_WIPED, WritingFaults::wipesCustomFields),
                    Map.entry(KitFault.LENGTH_IN_BYTES_OR_CUT, WritingFaults::cutsTheSummary));

    private static final String INTERNAL = "internalAnalysisFlag";
    private static final String DISCUSSION = "detailDescriptionFlag";

    private WritingFaults() {}

    private static Outbound sendsAscii(Outbound right) {
        return call -> {
            if (!call.method().equals("POST")) {
                return right.send(call);
            }
            Map<String, Object> lost = new LinkedHashMap<>(posted(call));
            lost.replaceAll((name, value) ->
                    value instanceof String text ? text.replaceAll("[^\\x00-\\x7f]", "?") : value);
            return showing(right.send(Rewritten.body(call, lost)), posted(call));
        };
    }

    private static Outbound notifies(Outbound right, String path) {
        return call -> {
            if (!posts(call, path)) {
                return right.send(call);
            }
            Map<String, Object> body = new LinkedHashMap<>(posted(call));
            body.put("processNotifications", true);
            return right.send(Rewritten.body(call, body));
        };
    }

    private static Outbound internalIsDiscussion(Outbound right) {
        return call -> {
            if (!posts(call, "/notes")) {
                return right.send(call);
            }
            Map<String, Object> asked = posted(call);
            Map<String, Object> body = new LinkedHashMap<>(asked);
            body.put(INTERNAL, asked.getOrDefault(DISCUSSION, false));
            body.put(DISCUSSION, asked.getOrDefault(INTERNAL, false));
            return showing(right.send(Rewritten.body(call, body)), asked);
        };
    }

    private static Outbound dropsTheAuthor(Outbound right) {
        return call -> {
            if (!posts(call, "/notes")) {
                return right.send(call);
            }
            Map<String, Object> body = new LinkedHashMap<>(posted(call));
            body.remove("member");
            return showing(right.send(Rewritten.body(call, body)), posted(call));
        };
    }

    /** Never looks whether a change was made. */
    private static Outbound showsWhatWasAsked(Outbound right) {
        Map<String, Map<String, Object>> asked = new ConcurrentHashMap<>();
        return call -> {
            String path = call.uri().getRawPath();
            if (call.method().equals("PATCH")) {
                asked.put(path, changes(call));
            }
            Reply reply = right.send(call);
            Map<String, Object> wanted = asked.get(path);
            return wanted == null ? reply : showing(reply, wanted);
        };
    }

    /** Names a member that nobody changed, with the value that it has. */
    private static Outbound sendsToo(Outbound right, String member) {
        return call -> {
            if (!call.method().equals("PATCH")) {
                return right.send(call);
            }
            Object record = Rewritten.read(right.send(Rewritten.asGet(call)));
            Object value = record instanceof Map<?, ?> members ? members.get(member) : null;
            List<Object> operations = new ArrayList<>(operations(call));
            operations.add(operation(member, value));
            return right.send(Rewritten.body(call, operations));
        };
    }

    private static Outbound clearsNothing(Outbound right) {
        return call -> {
            if (!call.method().equals("PATCH")) {
                return right.send(call);
            }
            List<Object> kept =
                    operations(call).stream()
                            .filter(operation -> !clears(Json.asObject(operation)))
                            .toList();
            Reply reply =
                    right.send(kept.isEmpty() ? Rewritten.asGet(call) : Rewritten.body(call, kept));
            return showing(reply, changes(call));
        };
    }

    private static Outbound wipesCustomFields(Outbound right) {
        return call -> {
            if (!call.method().equals("PATCH")) {
                return right.send(call);
            }
            List<Object> operations = new ArrayList<>(operations(call));
            operations.add(
                    operation("customFields", List.of(Json.object("id", 7L, "value", Json.NULL))));
            return right.send(Rewritten.body(call, operations));
        };
    }

    private static Outbound cutsTheSummary(Outbound right) {
        return call -> {
            if (!posts(call, "/tickets")) {
                return right.send(call);
            }
            Map<String, Object> body = new LinkedHashMap<>(posted(call));
            body.computeIfPresent(
                    "summary",
                    (name, text) ->
                            text.toString().substring(0, Math.min(100, text.toString().length())));
            return showing(right.send(Rewritten.body(call, body)), posted(call));
        };
    }

    private static boolean posts(Call call, String path) {
        return call.method().equals("POST") && call.uri().getRawPath().endsWith(path);
    }

    private static Map<String, Object> posted(Call call) {
        return Json.asObject(Rewritten.sent(call));
    }

    private static List<Object> operations(Call call) {
        return Json.asList(Rewritten.sent(call));
    }

    private static Map<String, Object> operation(String member, @Nullable Object value) {
        return Json.object("op", "replace", "path", member, "value", value == null ? "" : value);
    }

    private static boolean clears(Map<String, Object> operation) {
        return "remove".equals(operation.get("op"))
                || Json.isNull(operation.getOrDefault("value", Json.NULL));
    }

    private static Map<String, Object> changes(Call call) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Object each : operations(call)) {
            Map<String, Object> operation = Json.asObject(each);
            changes.put(
                    String.valueOf(operation.get("path")),
                    operation.getOrDefault("value", Json.NULL));
        }
        return changes;
    }

    private static Reply showing(Reply reply, Map<String, Object> asked) {
        if (reply.status() >= 300 || !(Rewritten.read(reply) instanceof Map<?, ?> shown)) {
            return reply;
        }
        Map<String, Object> record = new LinkedHashMap<>(Json.asObject(shown));
        record.putAll(asked);
        return Rewritten.body(reply, record);
    }
}
