package io.psabridge.sandbox.web;

import io.psabridge.sandbox.api.CallbackSender;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.Locale;
import java.util.Map;

/** Decides who is told of a change, and in which words. */
public final class CallbackPost implements CallbackSender {

    private final Postman postman;

    public CallbackPost(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void changed(ApiKey by, String type, String action, Row row) {
        Site site = by.site();
        for (Row entry : site.table(Tables.CALLBACKS).ascending()) {
            if (concerns(entry.members(), by, type, row)) {
                postman.deliver(
                        site,
                        entry.id(),
                        row.id(),
                        action,
                        CallbackBody.usual(site, by.identifier(), entry, action, row));
            }
        }
    }

    /**
     * Sends a callback on order, true or not: {@code callbackId}, {@code recordId}, {@code action},
     * {@code shape} usual or odd, {@code signature} right, wrong or none, {@code times}.
     */
    void order(Site site, Map<String, Object> wanted) {
        Row entry = site.table(Tables.CALLBACKS).get(number(wanted, "callbackId", 0));
        if (entry == null) {
            throw new UnknownControlException("callback " + wanted.get("callbackId"));
        }
        long recordId = number(wanted, "recordId", 0);
        String action = String.valueOf(wanted.getOrDefault("action", "updated"));
        Row stored = site.table(table(entry)).get(recordId);
        Row row = stored == null ? new Row(recordId, Json.object("id", recordId)) : stored;
        byte[] body =
                "odd".equals(wanted.get("shape"))
                        ? CallbackBody.odd(site, action, row)
                        : CallbackBody.usual(site, "sandbox", entry, action, row);
        String signature = String.valueOf(wanted.getOrDefault("signature", "right"));
        for (long i = number(wanted, "times", 1); i > 0; i--) {
            postman.deliverOnce(site, entry.id(), recordId, action, body, signature);
        }
    }

    private static boolean concerns(Map<String, Object> entry, ApiKey by, String type, Row row) {
        boolean own = by.memberId() == number(entry, "memberId", 0);
        return text(entry, "type").equals(type)
                && !Boolean.TRUE.equals(entry.get("inactiveFlag"))
                && !(own && Boolean.TRUE.equals(entry.get("isSelfSuppressedFlag")))
                && reaches(text(entry, "level"), number(entry, "objectId", 0), type, row);
    }

    private static boolean reaches(String level, long objectId, String type, Row row) {
        if (level.equals("owner")) {
            return true;
        }
        if (level.equals(type)) {
            return row.id() == objectId;
        }
        return row.members().get(level) instanceof Map<?, ?> reference
                && Long.valueOf(objectId).equals(reference.get("id"));
    }

    private static String table(Row entry) {
        return switch (text(entry.members(), "type")) {
            case "company" -> Tables.COMPANIES;
            case "contact" -> Tables.CONTACTS;
            default -> Tables.TICKETS;
        };
    }

    private static String text(Map<String, Object> record, String name) {
        return record.get(name) instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    }

    private static long number(Map<String, Object> record, String name, long otherwise) {
        return record.get(name) instanceof Long number ? number : otherwise;
    }

    /** Switches a registration off, as the PSA does after days of failures. */
    static void switchOff(Site site, long callbackId) {
        if (site.table(Tables.CALLBACKS).get(callbackId) != null) {
            site.apply(
                    RecordChange.set(
                            Tables.CALLBACKS, callbackId, Json.object("inactiveFlag", true)));
        }
    }
}
