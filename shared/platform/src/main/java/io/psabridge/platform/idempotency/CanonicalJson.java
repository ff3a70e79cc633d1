package io.psabridge.platform.idempotency;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON so that two texts are equal exactly when they mean the same: the order of members,
 * blanks and the form of a number do not matter, and a member that is null is one that is absent.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
            members.values().removeIf(JsonNode::isNull);
            out.append('{');
            members.forEach((name, value) -> {
                text(name, out);
                write(value, out);
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.values().forEach(value -> write(value, out));
            out.append(']');
        } else if (node.isString()) {
            text(node.getStringValue(), out);
        } else if (node.isNumber()) {
            BigDecimal number = new BigDecimal(node.getNumberValue().toString());
            text(number.stripTrailingZeros().toString(), out.append('#'));
        } else {
            out.append(node.isNull() ? 'n' : node.getBooleanValue() ? 't' : 'f');
        }
    }

    /** With its length, so that none runs into the next. */
    private static void text(String text, StringBuilder out) {
        out.append(text.length()).append(':').append(text);
    }
}
