package io.psabridge.sandbox.web;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** What a callback says: JSON with the record as a JSON text inside. */
final class CallbackBody {

    private CallbackBody() {}

    static byte[] usual(Site site, String by, Row entry, String action, Row row) {
        boolean gone = action.equals("deleted");
        Object type = entry.members().getOrDefault("type", "ticket");
        return Json.bytes(
                Json.object(
                        "MessageId", UUID.randomUUID().toString(),
                        "FromUrl", site.origin().substring(site.origin().indexOf("//") + 2),
                        "CompanyId", site.id(),
                        "MemberId", by,
                        "Action", action,
                        "Type", type,
                        "ID", row.id(),
                        "ProductInstanceId", id(site, "instance"),
                        "PartnerId", id(site, "partner"),
                        "Entity", gone ? Json.NULL : (Object) Json.text(row.members()),
                        "Metadata", metadata(site),
                        "CallbackObjectRecId", entry.id()));
    }

    /** Another letter case, and the record as an object. */
    static byte[] odd(Site site, String action, Row row) {
        return Json.bytes(
                Json.object(
                        "messageId", UUID.randomUUID().toString(),
                        "companyId", site.id(),
                        "action", Character.toUpperCase(action.charAt(0)) + action.substring(1),
                        "type", "Ticket",
                        "Id", row.id(),
                        "Entity", row.members(),
                        "Metadata", metadata(site),
                        "Extra", 1L));
    }

    private static Map<String, Object> metadata(Site site) {
        String url =
                site.origin()
                        + "/"
                        + site.release().codebase()
                        + "/system/callbackkey/index.rails?companyName="
                        + site.id()
                        + "&id="
                        + id(site, "key");
        return Json.object("key_url", url);
    }

    private static String id(Site site, String purpose) {
        return UUID.nameUUIDFromBytes((purpose + site.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
