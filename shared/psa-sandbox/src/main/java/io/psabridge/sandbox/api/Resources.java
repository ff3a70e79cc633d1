package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The text that lists who works on a ticket, the owner first. */
final class Resources {

    private Resources() {}

    /** The list with the ticket's new owner at its head. */
    static String with(Draft draft) {
        Map<String, Object> owner = Json.asObject(draft.members().getOrDefault("owner", Map.of()));
        Set<String> all = new LinkedHashSet<>();
        all.add(Records.text(owner, "identifier"));
        all.addAll(Arrays.asList(Records.text(draft.members(), "resources").split(",\\s*", -1)));
        all.remove("");
        return String.join(", ", all);
    }
}
