package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.query.Condition;
import io.psabridge.sandbox.query.ConditionParser;
import io.psabridge.sandbox.query.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of a list, from the URL or from the body of a search. */
record Search(
        @Nullable String conditions,
        @Nullable String childConditions,
        @Nullable String customFieldConditions,
        @Nullable String orderBy) {

    static Search ofUrl(Call call) {
        return new Search(
                call.query("conditions"),
                call.query("childConditions"),
                call.query("customFieldConditions"),
                call.query("orderBy"));
    }

    static Search ofBody(Call call) {
        if (!(call.request().json() instanceof Map<?, ?> body)) {
            throw Refusal.unreadable("The request body is not an object.");
        }
        Map<String, Object> lower = new HashMap<>();
        Json.asObject(body)
                .forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new Search(
                text(lower, "conditions"),
                text(lower, "childconditions"),
                text(lower, "customfieldconditions"),
                text(lower, "orderby"));
    }

    private static @Nullable String text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text ? text : null;
    }

    Condition condition(Model model, Dialect dialect) {
        Condition own = ConditionParser.conditions(conditions, model, dialect);
        if (childConditions == null && customFieldConditions == null) {
            return own;
        }
        return new Condition.And(
                List.of(
                        own,
                        ConditionParser.childConditions(childConditions, model, dialect),
                        ConditionParser.childConditions(
                                customFieldConditions,
                                name -> model.find("customFields/" + name),
                                dialect)));
    }
}
