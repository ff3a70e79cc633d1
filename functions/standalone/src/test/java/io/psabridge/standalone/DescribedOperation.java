package io.psabridge.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One operation of the API's description, such as {@code get /v1/connections}. */
record DescribedOperation(String verb, String path, Map<?, ?> content, Set<String> queries) {

    private static final Pattern ID = Pattern.compile("\\{([\\w-]+)}");

    /** All that the running server describes, in the order of their paths. */
    static List<DescribedOperation> of(RunningProduct product) throws Exception {
        List<DescribedOperation> found = new ArrayList<>();
        Map<?, ?> description = description(product);
        Map<?, ?> parameters = members(members(description.get("components")).get("parameters"));
        members(description.get("paths"))
                .forEach((path, item) ->
                        members(item)
                                .forEach((verb, operation) ->
                                        found.add(
                                                new DescribedOperation(
                                                        verb.toString(),
                                                        path.toString(),
                                                        members(operation),
                                                        queries(members(operation), parameters)))));
        found.sort(Comparator.comparing(DescribedOperation::path));
        return found;
    }

    static Map<?, ?> description(RunningProduct product) throws Exception {
        String text = product.send("GET", "/openapi.yml", null, null).text();
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    String name() {
        return verb + " " + path;
    }

    String method() {
        return verb.toUpperCase(Locale.ROOT);
    }

    boolean is(String ofVerb, String ofPath) {
        return verb.equals(ofVerb) && path.equals(ofPath);
    }

    boolean isMeantBy(String method, String requested) {
        return method().equals(method) && requested.matches(ID.matcher(path).replaceAll("[^/]+"));
    }

    boolean needsNoToken() {
        return List.of().equals(content.get("security"));
    }

    boolean hasPathIds() {
        return path.contains("{");
    }

    boolean hasBody() {
        return content.containsKey("requestBody");
    }

    boolean takesKey() {
        return String.valueOf(content.get("parameters")).contains("IdempotencyKey");
    }

    boolean takesQuery(String name) {
        return queries.contains(name);
    }

    /** The path with these ids; an {@code {id}} is named by the noun before it. */
    String pathWith(UnaryOperator<String> ids) {
        String named = path.replaceFirst("/([a-z-]+)/\\{id}", "/$1/{$1}");
        return ID.matcher(named)
                .replaceAll(it -> Objects.requireNonNull(ids.apply(it.group(1)), it.group(1)));
    }

    private static Set<String> queries(Map<?, ?> operation, Map<?, ?> parameters) {
        Set<String> names = new TreeSet<>();
        for (Object one : (List<?>) Objects.requireNonNull(operation.get("parameters"))) {
            String reference = String.valueOf(members(one).get("$ref"));
            Map<?, ?> parameter =
                    members(parameters.get(reference.substring(reference.lastIndexOf('/') + 1)));
            if ("query".equals(parameter.get("in"))) {
                names.add(String.valueOf(parameter.get("name")));
            }
        }
        return names;
    }

    static Map<?, ?> members(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return name();
    }
}
