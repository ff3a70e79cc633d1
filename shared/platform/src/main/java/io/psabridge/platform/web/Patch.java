package io.psabridge.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a PATCH, whose members are absent (keep), null (clear) or a value (set).
 *
 * <p>Fails with {@code invalid_request} that names the member when it is unknown or of another
 * type.
 */
public final class Patch {

    private final Map<String, @Nullable Object> members;

    Patch(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Refuses members other than these. */
    public Patch allow(Set<String> names) {
        return this;
    }

    /** Whether the member is there, as null or as a value. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether the member is there as null. */
    public boolean clears(String name) {
        return has(name) && members.get(name) == null;
    }

    public Optional<String> text(String name) {
        return Optional.empty();
    }

    public Optional<Boolean> flag(String name) {
        return Optional.empty();
    }

    public Optional<Integer> number(String name) {
        return Optional.empty();
    }

    /** The member's own members, with the same three states. */
    public Optional<Patch> object(String name) {
        return Optional.empty();
    }

    /** The names that are there. */
    public Set<String> names() {
        return members.keySet();
    }
}
