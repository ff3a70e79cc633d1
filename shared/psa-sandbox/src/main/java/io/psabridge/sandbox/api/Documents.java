package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Documents of records: what is known about them; the bytes are counted, not kept. */
final class Documents {

    /** Which record a document hangs on; kept in the sandbox only. */
    private static final String OWNERS = "document/owners";

    private final Kind kind;

    Documents(Kind kind) {
        this.kind = kind;
    }

    Answer list(Call call) {
        Access.requireForList(call, kind);
        String type = call.query("recordType");
        String id = call.query("recordId");
        if (type == null || id == null || !id.matches("[0-9]{1,18}")) {
            return Computed.list(call, List.of());
        }
        return Computed.list(call, of(call.site(), type, Long.parseLong(id)));
    }

    Answer create(Call call) {
        String contentType = call.request().header("Content-Type");
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            String media = contentType.split(";", 2)[0];
            throw Refusal.of(
                    415,
                    "InvalidObject",
                    "The request entity's media type '"
                            + media
                            + "' is not supported for this resource.");
        }
        Access.require(call, kind, Action.ADD);
        Map<String, Multipart.Part> parts = Multipart.parse(contentType, call.request().body());
        synchronized (call.site()) {
            return Answer.json(201, store(call, parts));
        }
    }

    static List<Map<String, Object>> of(Site site, String type, long id) {
        return site.table(Tables.DOCUMENTS).ascending().stream()
                .filter(row -> belongsTo(site, row, type, id))
                .map(Row::members)
                .toList();
    }

    private static boolean belongsTo(Site site, Row document, String type, long id) {
        Row owner = site.table(OWNERS).get(document.id());
        return owner != null
                && Records.text(owner.members(), "recordType").equalsIgnoreCase(type)
                && Records.number(owner.members(), "recordId") == id;
    }

    private static Map<String, Object> store(Call call, Map<String, Multipart.Part> parts) {
        Site site = call.site();
        String recordId = text(parts, "recordId");
        if (!recordId.matches("[0-9]{1,18}") || text(parts, "recordType").isEmpty()) {
            FieldErrors errors = new FieldErrors("document");
            errors.missing("recordId");
            errors.throwIfAny();
        }
        long id = site.table(Tables.DOCUMENTS).nextId();
        Multipart.Part file = parts.getOrDefault("file", Multipart.Part.NONE);
        boolean image = file.contentType().startsWith("image/");
        int dot = file.fileName().lastIndexOf('.');
        Map<String, Object> document =
                Json.object(
                        "id", id,
                        "title", text(parts, "title"),
                        "fileName", file.fileName(),
                        "serverFileName", id + (dot < 0 ? "" : file.fileName().substring(dot)),
                        "owner", call.key().identifier(),
                        "linkFlag", parts.containsKey("url"),
                        "imageFlag", image,
                        "publicFlag", !text(parts, "privateFlag").equalsIgnoreCase("true"),
                        "htmlTemplateFlag", false,
                        "readOnlyFlag", text(parts, "readOnlyFlay").equalsIgnoreCase("true"),
                        "size", (long) file.content().length,
                        "urlFlag", parts.containsKey("url"),
                        "createdOnDate", site.now(),
                        "documentType",
                                Json.object(
                                        "id", image ? 1L : 2L, "name", image ? "Image" : "Other"),
                        "guid",
                                UUID.nameUUIDFromBytes(
                                                ("document" + id).getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                        "_info",
                                Json.object(
                                        "lastUpdated",
                                        site.now(),
                                        "updatedBy",
                                        call.key().identifier()));
        site.table(Tables.DOCUMENTS).put(id, document);
        site.apply(
                RecordChange.set(
                        OWNERS,
                        id,
                        Json.object(
                                "recordType",
                                text(parts, "recordType"),
                                "recordId",
                                Long.parseLong(recordId))));
        return document;
    }

    private static String text(Map<String, Multipart.Part> parts, String name) {
        return new String(
                parts.getOrDefault(name, Multipart.Part.NONE).content(), StandardCharsets.UTF_8);
    }
}
