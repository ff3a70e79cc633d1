package io.psabridge.benchmark;

import java.util.List;
import java.util.Map;

/** A tenant that is connected to the sandbox. */
record Customer(String token, String connection, List<String> tickets) {

    private static final int TICKETS = 200;

    /** Makes the tenant and connects it, as its application would. */
    static Customer connect(Wire bridge, Sandbox sandbox, String tenant) {
        return connect(bridge, sandbox.connectBody(), tenant);
    }

    static Customer connect(Wire bridge, String connectBody, String tenant) {
        String token = token(bridge, tenant);
        String connection =
                text(
                        bridge.send(authorized(Request.post("/v1/connections", connectBody), token))
                                .expect(201)
                                .object(),
                        "id");
        Request list = Request.get("/v1/connections/" + connection + "/tickets?limit=" + TICKETS);
        return new Customer(token, connection, ids(bridge.send(authorized(list, token))));
    }

    /** The demo tenant, which the product itself connected. */
    static Customer demo(Wire bridge) {
        String token = token(bridge, "demo");
        String connection =
                ids(bridge.send(authorized(Request.get("/v1/connections"), token))).getFirst();
        Request list = Request.get("/v1/connections/" + connection + "/tickets?limit=1");
        return new Customer(token, connection, ids(bridge.send(authorized(list, token))));
    }

    /** Reads one of its tickets, a different one each time. */
    Request read(int count) {
        return authorized(Request.get(ticket(count)), token);
    }

    /** Posts a note on one of its tickets, a different one each time. */
    Request note(int count) {
        return authorized(
                Request.post(
                        ticket(count) + "/notes",
                        "{\"text\":\"A note of usual length, number "
                                + count
                                + ", about what was done.\",\"audience\":\"internal\"}"),
                token);
    }

    private String ticket(int count) {
        return "/v1/connections/" + connection + "/tickets/" + tickets.get(count % tickets.size());
    }

    private static String token(Wire bridge, String tenant) {
        return text(
                bridge.send(Request.post("/dev/tokens", "{\"tenantId\":\"" + tenant + "\"}"))
                        .expect(200)
                        .object(),
                "token");
    }

    private static Request authorized(Request request, String token) {
        return request.with("Authorization", "Bearer " + token);
    }

    private static List<String> ids(Reply list) {
        return list.expect(200).objects().stream()
                .map(item -> String.valueOf(item.get("id")))
                .toList();
    }

    private static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }
}
