package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contacts: their addresses and numbers are items of their own. */
final class ContactRules implements Rules {

    private final CallbackSender callbacks;

    ContactRules(CallbackSender callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void fill(Draft draft) {
        draft.fill("inactiveFlag", false);
    }

    @Override
    public void check(Draft draft) {
        if (!(draft.members().get("communicationItems") instanceof List<?> items)) {
            return;
        }
        List<Object> completed = new ArrayList<>();
        for (Object each : items) {
            Map<String, Object> item = new LinkedHashMap<>(Json.asObject(each));
            item.putIfAbsent(
                    "id", 100_000 + draft.site().table("company/communicationItems").nextId());
            item.putIfAbsent("defaultFlag", completed.isEmpty());
            String value = Records.text(item, "value");
            if (Records.text(item, "communicationType").equals("Email") && value.contains("@")) {
                item.put("domain", value.substring(value.indexOf('@')));
            }
            completed.add(item);
        }
        draft.members().put("communicationItems", completed);
    }

    @Override
    public void saved(Draft draft, Row row) {
        callbacks.changed(
                draft.key(), "contact", draft.before() == null ? "added" : "updated", row);
    }
}
