package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a role allows. Unchangeable; what it does not name is not allowed. */
public final class Rights {

    private final Map<RoleItem, Map<Action, Level>> items;

    private Rights(Map<RoleItem, Map<Action, Level>> items) {
        this.items = items;
    }

    public static Rights everything() {
        Rights rights = new Rights(new EnumMap<>(RoleItem.class));
        for (RoleItem item : RoleItem.values()) {
            for (Action action : Action.values()) {
                rights = rights.with(item, action, Level.ALL);
            }
        }
        return rights;
    }

    public static Rights nothing() {
        return new Rights(new EnumMap<>(RoleItem.class));
    }

    public Rights with(RoleItem item, Action action, Level level) {
        Map<RoleItem, Map<Action, Level>> changed = new EnumMap<>(RoleItem.class);
        changed.putAll(items);
        Map<Action, Level> levels = new EnumMap<>(Action.class);
        levels.putAll(items.getOrDefault(item, Map.of()));
        levels.put(action, level);
        changed.put(item, levels);
        return new Rights(changed);
    }

    public Level level(RoleItem item, Action action) {
        return items.getOrDefault(item, Map.of()).getOrDefault(action, Level.NONE);
    }

    public Iterable<RoleItem> items() {
        return items.keySet();
    }

    /**
     * These rights, changed by JSON such as {@code {"Service Desk / Service Tickets": {"edit":
     * "None"}}}; what it does not name stays.
     */
    public Rights changedBy(Map<String, Object> json) {
        Rights rights = this;
        for (Map.Entry<String, Object> item : json.entrySet()) {
            for (Map.Entry<String, Object> level : Json.asObject(item.getValue()).entrySet()) {
                rights =
                        rights.with(
                                RoleItem.of(item.getKey()),
                                Action.valueOf(level.getKey().toUpperCase(Locale.ROOT)),
                                Level.of(String.valueOf(level.getValue())));
            }
        }
        return rights;
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (RoleItem item : items.keySet()) {
            Map<String, Object> levels = new LinkedHashMap<>();
            for (Action action : Action.values()) {
                levels.put(action.name().toLowerCase(Locale.ROOT), level(item, action).wireName());
            }
            json.put(item.title(), levels);
        }
        return json;
    }
}
