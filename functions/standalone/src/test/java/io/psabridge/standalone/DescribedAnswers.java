package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds answers against the description: each member that an answer has must be described. */
final class DescribedAnswers {

    private static final String DOCUMENT = "https://description.test/openapi.json";

    private final Map<?, ?> description;
    private final JsonSchemaFactory schemas;

    DescribedAnswers(Map<?, ?> description) throws Exception {
        this.description = description;
        String closed = JSON.std.asString(closed(description));
        schemas =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder ->
                                builder.schemaLoaders(it -> it.schemas(Map.of(DOCUMENT, closed))));
    }

    /** The status has an answer of its own there, and what was answered fits it. */
    void check(DescribedOperation operation, Answer answer) {
        Map<?, ?> described = described(operation, Integer.toString(answer.status()));
        if (described == null) {
            throw new AssertionError("Not described: " + operation + " " + answer);
        }
        if (described.get("headers") instanceof Map<?, ?> headers) {
            assertThat(headers.containsKey("X-Request-Id")).isTrue();
            assertThat(answer.header("Location").isEmpty() || headers.containsKey("Location"))
                    .as(operation + " Location")
                    .isTrue();
        }
        if (!(described.get("content") instanceof Map<?, ?> content)) {
            assertThat(answer.text()).as(operation.name()).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(content.containsKey(type)).as(operation + " " + type).isTrue();
        Map<?, ?> schema = member(member(content, type), "schema");
        fits(String.valueOf(schema.get("$ref")), answer.text(), operation.name());
        if (answer.status() >= 400) {
            assertThat(member(member(content, type), "examples").containsKey(answer.get("code")))
                    .as(operation + " gives " + answer)
                    .isTrue();
        }
    }

    /** The same for the operation that was asked for; nothing where there is none. */
    void check(List<DescribedOperation> operations, Answer answer) {
        HttpRequest request = answer.response().request();
        operations.stream()
                .filter(it -> it.isMeantBy(request.method(), request.uri().getPath()))
                .findFirst()
                .ifPresent(it -> check(it, answer));
    }

    /** The examples that a schema gives fit it themselves; the schemas that have some. */
    List<String> checkExamples() throws Exception {
        List<String> checked = new ArrayList<>();
        Map<?, ?> all = member(member(description, "components"), "schemas");
        for (Map.Entry<?, ?> schema : all.entrySet()) {
            if (((Map<?, ?>) schema.getValue()).get("examples") instanceof List<?> examples) {
                for (Object example : examples) {
                    fits(
                            "#/components/schemas/" + schema.getKey(),
                            JSON.std.asString(example),
                            schema.getKey().toString());
                }
                checked.add(schema.getKey().toString());
            }
        }
        return checked;
    }

    /** Whether a request's body fits. */
    boolean allows(DescribedOperation operation, Object body) throws Exception {
        Map<?, ?> content = member(member(operation.content(), "requestBody"), "content");
        Map<?, ?> schema = member(member(content, "application/json"), "schema");
        return schema(String.valueOf(schema.get("$ref")))
                .validate(JSON.std.asString(body), InputFormat.JSON)
                .isEmpty();
    }

    /** How long each text of a request's body may be. */
    Map<String, Integer> longestTexts(DescribedOperation operation) {
        Map<?, ?> content = member(member(operation.content(), "requestBody"), "content");
        String reference =
                String.valueOf(member(member(content, "application/json"), "schema").get("$ref"));
        Map<?, ?> schema =
                member(
                        member(member(description, "components"), "schemas"),
                        reference.substring(reference.lastIndexOf('/') + 1));
        Map<String, Integer> found = new LinkedHashMap<>();
        member(schema, "properties")
                .forEach((name, property) -> {
                    if (((Map<?, ?>) property).get("maxLength") instanceof Integer longest) {
                        found.put(String.valueOf(name), longest);
                    }
                });
        return found;
    }

    private void fits(String reference, String json, String what) {
        assertThat(schema(reference).validate(json, InputFormat.JSON))
                .as(what + " " + json)
                .isEmpty();
    }

    private JsonSchema schema(String reference) {
        return schemas.getSchema(
                SchemaLocation.of(DOCUMENT + reference),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private @Nullable Map<?, ?> described(DescribedOperation operation, String status) {
        Map<?, ?> answer = (Map<?, ?>) member(operation.content(), "responses").get(status);
        return answer != null && answer.get("$ref") instanceof String reference
                ? member(
                        member(member(description, "components"), "responses"),
                        reference.substring(reference.lastIndexOf('/') + 1))
                : answer;
    }

    private static Map<?, ?> member(Map<?, ?> of, String name) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(name), name);
    }

    /** The same with every object closed to members that it does not name. */
    private static Object closed(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(DescribedAnswers::closed).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((name, value) -> result.put(name.toString(), closed(value)));
        if ("object".equals(result.get("type")) && result.containsKey("properties")) {
            result.putIfAbsent("additionalProperties", false);
        }
        return result;
    }
}
