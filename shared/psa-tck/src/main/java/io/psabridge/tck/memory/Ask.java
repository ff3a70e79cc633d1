package io.psabridge.tck.memory;

import io.psabridge.tck.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to a PSA in memory.
 *
 * @param params what would stand in the address
 * @param body members to write; an empty one clears
 */
record Ask(Operation operation, Map<String, String> params, Map<String, Optional<String>> body) {

    Ask {
        params = Map.copyOf(params);
        body = Map.copyOf(body);
    }

    static Ask to(Operation operation) {
        return new Ask(operation, Map.of(), Map.of());
    }

    Ask with(String param, String value) {
        Map<String, String> all = new TreeMap<>(params);
        all.put(param, value);
        return new Ask(operation, all, body);
    }

    Ask sending(Map<String, Optional<String>> members) {
        return new Ask(operation, params, members);
    }

    Ask sending(String member, String value) {
        Map<String, Optional<String>> all = new TreeMap<>(body);
        all.put(member, Optional.of(value));
        return sending(all);
    }

    Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /** A member that is present and set. */
    Optional<String> member(String name) {
        return body.getOrDefault(name, Optional.empty());
    }

    /** The whole request in one line, the same for the same request. */
    String line() {
        return operation + " " + new TreeMap<>(params) + " " + new TreeMap<>(body);
    }
}
