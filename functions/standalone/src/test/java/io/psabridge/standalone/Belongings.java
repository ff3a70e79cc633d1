package io.psabridge.standalone;

import io.psabridge.sandbox.SandboxCompany;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of one of everything that the API can name, and requests made of them. */
record Belongings(
        String connection, String ticket, String link, String post, String session, String record) {

    private static final Map<String, Object> NOTE =
            Map.of("text", "A note", "audience", "internal");

    /** Of the form of those that PSAs are given. */
    private static final String NO_TOKEN = "A".repeat(43);

    /** Makes two of everything for the token's tenant; the second connection is paused. */
    static Belongings make(RunningProduct product, String token, SandboxCompany company)
            throws Exception {
        String connection = product.connect(token, company);
        String paused = "/v1/connections/" + product.connect(token, company);
        String tickets = "/v1/connections/" + connection + "/tickets";
        String ticket = product.get(token, tickets + "?closed=false&boardId=21&limit=1").firstId();
        Belongings made = new Belongings(connection, ticket, "", "", "", "made-before");
        String link = product.send("POST", "/v1/ticket-links", token, made.newLink()).get("id");
        product.send("POST", paused + "/pause", token, null).get("id");
        String post =
                product.send("POST", paused + "/tickets/" + ticket + "/notes", token, NOTE)
                        .get("id");
        String session = product.send("POST", "/v1/connect-sessions", token, Map.of()).get("id");
        return new Belongings(connection, ticket, link, post, session, "made-with-a-key");
    }

    /** Ids of the same form that nothing has. */
    Belongings nobodys() {
        return new Belongings(
                unused(connection), ticket, unused(link), unused(post), unused(session), record);
    }

    private static String unused(String id) {
        return id.substring(0, id.length() - 8) + "00000000";
    }

    /** The operation's path with these ids. */
    String path(DescribedOperation operation) {
        return operation.pathWith(this::id);
    }

    /** The query that narrows a list to these, by each name that a list may take. */
    List<String> filters(DescribedOperation list) {
        return Map.of("connectionId", connection, "ticketId", ticket, "recordId", record)
                .entrySet()
                .stream()
                .filter(filter -> list.takesQuery(filter.getKey()))
                .map(filter -> "?" + filter.getKey() + "=" + filter.getValue())
                .toList();
    }

    private String id(String name) {
        return switch (name) {
            case "connectionId" -> connection;
            case "ticketId" -> ticket;
            case "ticket-links" -> link;
            case "note-posts" -> post;
            case "connect-sessions" -> session;
            case "token" -> NO_TOKEN;
            default -> throw new IllegalStateException("Nobody knows an id for " + name);
        };
    }

    /** The body of the operation that names no ids, or names these; none when it takes none. */
    @Nullable Object body(DescribedOperation operation) {
        return switch (operation.name()) {
            case "patch /v1/connections/{connectionId}" -> Map.of("name", "Another name");
            case "put /v1/connections/{connectionId}/credentials" ->
                    Map.of("credentials", Map.of("privateKey", "another"));
            case "post /v1/connections/{connectionId}/tickets" ->
                    Map.of("summary", "Made with a key", "companyId", "250");
            case "patch /v1/connections/{connectionId}/tickets/{ticketId}" ->
                    Map.of("summary", "Another summary");
            case "put /v1/connections/{connectionId}/tickets/{ticketId}/status",
                    "put /v1/ticket-links/{id}/status" ->
                    Map.of("intent", "closed");
            case "post /v1/connections/{connectionId}/tickets/{ticketId}/notes",
                    "post /v1/ticket-links/{id}/notes" ->
                    NOTE;
            case "post /v1/ticket-links" -> newLink();
            case "post /v1/callbacks/{connectionId}/{token}" -> Map.of("MessageId", "1");
            default -> null;
        };
    }

    private Map<String, Object> newLink() {
        return Map.of(
                "connectionId",
                connection,
                "ticketId",
                ticket,
                "record",
                Map.of("type", "alert", "id", record));
    }
}
