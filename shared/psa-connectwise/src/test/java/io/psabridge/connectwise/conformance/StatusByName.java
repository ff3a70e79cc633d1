package io.psabridge.connectwise.conformance;

import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.sandbox.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends, in place of a status, the one that has its name on the first board. */
final class StatusByName implements Outbound {

    private static final String FIRST_BOARD = "/service/boards/21/statuses";

    private final Outbound right;
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    private StatusByName(Outbound right) {
        this.right = right;
    }

    static Outbound plantedIn(Outbound right) {
        return new StatusByName(right);
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        if (!call.method().equals("PATCH")) {
            Reply reply = right.send(call);
            if (call.uri().getRawPath().endsWith("/statuses")) {
                rows(reply)
                        .forEach(row ->
                                names.put(
                                        SandboxRecords.id(row), SandboxRecords.text(row, "name")));
            }
            return reply;
        }
        Map<String, Object> operation = Json.asObject(Json.asList(Rewritten.sent(call)).getFirst());
        Map<String, Object> wanted = Json.asObject(operation.getOrDefault("value", Json.NULL));
        String name = names.getOrDefault(SandboxRecords.id(wanted), "unknown");
        for (Map<String, Object> row : rows(right.send(Rewritten.asGet(toFirstBoard(call))))) {
            if (SandboxRecords.text(row, "name").equals(name)) {
                wanted.put("id", SandboxRecords.id(row));
            }
        }
        operation.put("value", wanted);
        return right.send(Rewritten.body(call, List.of(operation)));
    }

    private static Call toFirstBoard(Call call) {
        String uri = call.uri().toString();
        int path = uri.indexOf("/service/");
        return Rewritten.target(
                call, URI.create(uri.substring(0, path) + FIRST_BOARD + "?pageSize=100"));
    }

    private static List<Map<String, Object>> rows(Reply reply) {
        return Rewritten.rows(reply).stream().map(Json::asObject).toList();
    }
}
