package io.psabridge.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfMembersDoesNotMatterAndEveryValueDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            JsonNode node = object(random, 3);

            assertThat(CanonicalJson.of(shuffled(node, random))).isEqualTo(CanonicalJson.of(node));
            assertThat(CanonicalJson.of(with(node, "added", JsonNode.nullNode())))
                    .isEqualTo(CanonicalJson.of(node));
            assertThat(CanonicalJson.of(with(node, "added", value(random, 1))))
                    .isNotEqualTo(CanonicalJson.of(node));
        }
    }

    @Test
    void noTextRunsIntoTheNext() {
        assertThat(CanonicalJson.of(texts("a", "b:c")))
                .isNotEqualTo(CanonicalJson.of(texts("ab", ":c")))
                .isNotEqualTo(CanonicalJson.of(texts("a", "b", "c")));
        assertThat(CanonicalJson.of(JsonNode.createStringNode("1")))
                .isNotEqualTo(CanonicalJson.of(JsonNode.createNumberNode(1)));
        assertThat(CanonicalJson.of(JsonNode.createArrayNode(List.of(JsonNode.nullNode()))))
                .isNotEqualTo(CanonicalJson.of(JsonNode.createArrayNode(List.of())));
    }

    private static JsonNode texts(String... texts) {
        List<JsonNode> nodes = new ArrayList<>();
        for (String text : texts) {
            nodes.add(JsonNode.createStringNode(text));
        }
        return JsonNode.createArrayNode(nodes);
    }

    private static JsonNode with(JsonNode object, String name, JsonNode value) {
        Map<String, JsonNode> members = members(object);
        members.put(name, value);
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            List<JsonNode> values = new ArrayList<>();
            node.values().forEach(value -> values.add(shuffled(value, random)));
            return JsonNode.createArrayNode(values);
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>(members(node).keySet());
        Collections.shuffle(names, random);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, shuffled(members(node).get(name), random)));
        return JsonNode.createObjectNode(members);
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private static JsonNode object(Random random, int depth) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            members.put("m" + random.nextInt(20), value(random, depth - 1));
        }
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> JsonNode.createStringNode("t" + random.nextInt(10));
            case 1 -> JsonNode.createNumberNode(random.nextInt(1000));
            case 2 -> JsonNode.createBooleanNode(random.nextBoolean());
            case 3 -> JsonNode.createStringNode("");
            case 4 -> object(random, depth);
            default ->
                    JsonNode.createArrayNode(List.of(value(random, depth - 1), object(random, 0)));
        };
    }
}
