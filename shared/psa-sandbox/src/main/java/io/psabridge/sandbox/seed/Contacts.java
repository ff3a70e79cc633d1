package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.List;

/** Looks into seeded contacts. */
final class Contacts {

    private Contacts() {}

    /** The first address, which is the default one. */
    static Object mail(Site site, long contact) {
        Row row = site.table(Tables.CONTACTS).get(contact);
        if (row == null) {
            return "";
        }
        Object items = row.members().getOrDefault("communicationItems", List.of());
        return Json.asObject(Json.asList(items).getFirst()).getOrDefault("value", "");
    }
}
