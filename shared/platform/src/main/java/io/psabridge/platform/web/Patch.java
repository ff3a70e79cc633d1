package io.psabridge.platform.web;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The JSON object of a PATCH, whose members are absent (keep), null (clear) or a value (set).
 *
 * <p>Fails with {@code invalid_request} that names the member when it is unknown or of another
 * type. A controller takes it as its {@code @Body}.
 */
public final class Patch {

    private final String prefix;
    private final Map<String, JsonNode> members;

    private Patch(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.members = new LinkedHashMap<>();
        object.entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
    }

    static Patch of(JsonNode object) {
        return new Patch("", object);
    }

    /** Refuses members other than these. */
    public Patch allow(Set<String> names) {
        for (String name : members.keySet()) {
            if (!names.contains(name)) {
                throw Problem.invalid(
                        prefix + name,
                        "unknown member; known are " + String.join(", ", new TreeSet<>(names)));
            }
        }
        return this;
    }

    /** Whether the member is there, as null or as a value. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether the member is there as null. */
    public boolean clears(String name) {
        JsonNode member = members.get(name);
        return member != null && member.isNull();
    }

    public Optional<String> text(String name) {
        return value(name, JsonNode::isString, "must be a text", JsonNode::getStringValue);
    }

    public Optional<Boolean> flag(String name) {
        return value(name, JsonNode::isBoolean, "must be true or false", JsonNode::getBooleanValue);
    }

    public Optional<Integer> number(String name) {
        return value(
                name,
                node -> node.isNumber() && node.getNumberValue().toString().matches("-?\\d{1,9}"),
                "must be a whole number",
                JsonNode::getIntValue);
    }

    /** The member's own members, with the same three states. */
    public Optional<Patch> object(String name) {
        return value(
                name,
                JsonNode::isObject,
                "must be an object",
                node -> new Patch(prefix + name + ".", node));
    }

    /** The member as it came, for shapes of one's own. */
    public Optional<JsonNode> json(String name) {
        return value(name, node -> true, "", Function.identity());
    }

    /** All of it as it came. */
    public JsonNode json() {
        return JsonNode.createObjectNode(members);
    }

    /** The names that are there. */
    public Set<String> names() {
        return Set.copyOf(members.keySet());
    }

    private <T> Optional<T> value(
            String name, Predicate<JsonNode> fits, String expected, Function<JsonNode, T> read) {
        JsonNode member = members.get(name);
        if (member == null || member.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(member)) {
            throw Problem.invalid(prefix + name, expected);
        }
        return Optional.of(read.apply(member));
    }
}
