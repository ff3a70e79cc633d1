package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record on its way into the table: what it was, what it will be, what was asked. */
final class Draft {

    private final Call call;
    private final Kind kind;
    private final @Nullable Row before;
    private final Map<String, Object> members;
    private final Map<String, Object> actions;
    private final Set<String> changed = new LinkedHashSet<>();
    private final FieldErrors errors;

    /**
     * @param members the record as it will be
     * @param actions members of the body that are done and not kept
     */
    Draft(
            Call call,
            Kind kind,
            @Nullable Row before,
            Map<String, Object> members,
            Map<String, Object> actions) {
        this.call = call;
        this.kind = kind;
        this.before = before;
        this.members = members;
        this.actions = actions;
        this.errors = new FieldErrors(kind.resource());
    }

    Call call() {
        return call;
    }

    Site site() {
        return call.site();
    }

    ApiKey key() {
        return call.key();
    }

    Kind kind() {
        return kind;
    }

    @Nullable Row before() {
        return before;
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, Object> actions() {
        return actions;
    }

    Set<String> changed() {
        return changed;
    }

    FieldErrors errors() {
        return errors;
    }

    boolean has(String member) {
        Object value = members.get(member);
        return value != null && !Json.isNull(value);
    }

    void fill(String member, @Nullable Object value) {
        if (!has(member) && value != null) {
            members.put(member, value);
        }
    }

    boolean flag(String member) {
        return Boolean.TRUE.equals(members.get(member));
    }

    /** The id inside a reference, or 0. */
    long reference(String member) {
        return Records.referenceId(members, member);
    }
}
