package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller's role lets through. */
final class Access {

    private Access() {}

    static Level level(Call call, Kind kind, Action action) {
        RoleItem item = kind.item();
        boolean open =
                kind.lookup() && action == Action.INQUIRE && call.site().is(Switch.LOOKUPS, "open");
        return item == null || open ? Level.ALL : call.key().rights().level(item, action);
    }

    /** Refuses when the role has nothing of it. */
    static Level require(Call call, Kind kind, Action action) {
        Level level = level(call, kind, action);
        if (level == Level.NONE) {
            throw Refusal.security();
        }
        return level;
    }

    static void require(Call call, RoleItem item, Action action) {
        if (call.key().rights().level(item, action) == Level.NONE) {
            throw Refusal.security();
        }
    }

    /** For lists: NONE means an empty list, where the server answers so instead of refusing. */
    static Level requireForList(Call call, Kind kind) {
        Level level = level(call, kind, Action.INQUIRE);
        if (level != Level.NONE) {
            return level;
        }
        return switch (call.site().choice(Switch.MISSING_INQUIRE)) {
            case "404" ->
                    throw Refusal.of(404, "NotFound", "The requested resource was not found.");
            case "empty" -> level;
            default -> throw Refusal.security();
        };
    }

    /** Whether a record is the caller's own or the level opens all. */
    static boolean sees(Call call, Kind kind, Level level, Row row) {
        return switch (level) {
            case ALL -> true;
            case NONE -> false;
            case MY -> isOwn(call, kind, row.members());
        };
    }

    /** The record, or a 404 that does not tell missing from invisible. */
    static Row find(Call call, Kind kind, long id, Action action) {
        Level inquire = level(call, kind, Action.INQUIRE);
        Row row = call.site().table(kind.table()).get(id);
        if (action == Action.INQUIRE && inquire == Level.NONE) {
            throw Refusal.security();
        }
        if (row == null
                || !belongs(call, kind, row)
                || !sees(call, kind, inquire == Level.NONE ? Level.ALL : inquire, row)) {
            throw Refusal.notFound(kind.label(), id);
        }
        if (action != Action.INQUIRE && !sees(call, kind, require(call, kind, action), row)) {
            throw Refusal.security();
        }
        return row;
    }

    private static boolean belongs(Call call, Kind kind, Row row) {
        String parent = kind.parent();
        return parent == null
                || Records.number(row.members(), parent) == call.parentId()
                || Records.referenceId(row.members(), parent) == call.parentId();
    }

    private static boolean isOwn(Call call, Kind kind, Map<String, Object> record) {
        long me = call.key().memberId();
        return switch (kind.table()) {
            case Tables.TICKETS, Tables.PROJECT_TICKETS ->
                    Records.referenceId(record, "owner") == me
                            || among(Records.text(record, "resources"), call.key().identifier());
            case Tables.NOTES -> true;
            case Tables.TIME_ENTRIES, Tables.SCHEDULE_ENTRIES ->
                    Records.referenceId(record, "member") == me;
            case Tables.CALLBACKS -> Records.number(record, "memberId") == me;
            default -> Records.number(record, "id") == me;
        };
    }

    private static boolean among(@Nullable String resources, String identifier) {
        return resources != null
                && Arrays.asList(resources.split(",\\s*", -1)).contains(identifier);
    }
}
