package io.psabridge.connectwise.conformance;

import io.psabridge.http.Outbound;
import io.psabridge.http.Reply;
import io.psabridge.sandbox.json.Json;
import io.psabridge.tck.KitFault;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wrong ways to understand an answer, or to ask for it. */
final class ReadingFaults {

    static final Map<KitFault, UnaryOperator<Outbound>> ALL =
            Map.of(
                    KitFault.USER_TEXT_AS_STRUCTURE, ReadingFaults::anOrInTheTextIsStructure,
                    KitFault.DECLARED_BUT_ABSENT, ReadingFaults::hasNoLocations,
                    KitFault.CLOSED_BY_NAME, ReadingFaults::closedIsAName,
                    KitFault.ERROR_BODY_AS_DATA, ReadingFaults::anythingIsData,
                    KitFault.EMPTY_LIST_FOR_MISSING_RIGHT, ReadingFaults::forbiddenIsEmpty,
                    KitFault.NULL_IS_A_CRASH, right -> crashesOn(right, ":null"),
                    KitFault.NEW_MEMBER_IS_A_CRASH, right -> crashesOn(right, OddRecords.UNKNOWN),
                    KitFault.LOCAL_TIME, ReadingFaults::asksInLocalTime);

    private static final Pattern TEXT = Pattern.compile("summary contains \"([^\"]*)\"");
    private static final Pattern OR = Pattern.compile("(?i) or ");
    private static final Pattern MOMENT = Pattern.compile("\\[([0-9T:-]+Z)]");

    private ReadingFaults() {}

    private static Outbound anOrInTheTextIsStructure(Outbound right) {
        return inConditions(
                right,
                text ->
                        TEXT.matcher(text)
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(
                                                OR.matcher(found.group()).replaceFirst("\" or "))));
    }

    /** Looks for a pattern; the provider looks at each row again. */
    static Outbound looksForPatterns(Outbound right) {
        return inConditions(right, text -> TEXT.matcher(text).replaceAll("summary like \"%$1%\""));
    }

    private static Outbound hasNoLocations(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            return call.uri().getRawPath().endsWith("/system/locations")
                    ? Rewritten.status(reply, 404)
                    : reply;
        };
    }

    private static Outbound closedIsAName(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            if (reply.status() != 200
                    || !(Rewritten.read(reply) instanceof Map<?, ?> shown)
                    || !(shown.get("status") instanceof Map<?, ?> status)) {
                return reply;
            }
            Map<String, Object> record = new LinkedHashMap<>(Json.asObject(shown));
            record.put("closedFlag", String.valueOf(status.get("name")).contains("Closed"));
            return Rewritten.body(reply, record);
        };
    }

    /** What cannot be read is taken for nothing there. */
    private static Outbound anythingIsData(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            boolean list = Rewritten.query(call).containsKey("orderBy");
            return list && reply.status() == 200 && !(Rewritten.read(reply) instanceof List)
                    ? Rewritten.json(200, List.of())
                    : reply;
        };
    }

    private static Outbound forbiddenIsEmpty(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            return reply.status() == 403 && Rewritten.query(call).containsKey("orderBy")
                    ? Rewritten.json(200, List.of())
                    : reply;
        };
    }

    private static Outbound crashesOn(Outbound right, String words) {
        return call -> {
            Reply reply = right.send(call);
            if (reply.text().contains(words)) {
                throw new IllegalStateException("Nobody thought of " + words);
            }
            return reply;
        };
    }

    private static Outbound asksInLocalTime(Outbound right) {
        return inConditions(right, text -> MOMENT.matcher(text).replaceAll(ReadingFaults::local));
    }

    private static Outbound inConditions(Outbound right, UnaryOperator<String> change) {
        return call -> {
            Map<String, String> query = Rewritten.query(call);
            if (!query.containsKey("conditions")) {
                return right.send(call);
            }
            query.computeIfPresent("conditions", (name, text) -> change.apply(text));
            return right.send(Rewritten.query(call, query));
        };
    }

    private static String local(MatchResult found) {
        LocalDateTime here =
                LocalDateTime.ofInstant(Instant.parse(found.group(1)), ZoneId.systemDefault());
        return "[" + here.toInstant(ZoneOffset.UTC) + "]";
    }
}
