package io.psabridge.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Paths and schemas of several OpenAPI 3.0 documents, on their way to one of 3.1. */
final class DescriptionParts {

    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9])([A-Za-z0-9]*)");

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    void add(Map<String, Object> document) {
        members(document, "paths").forEach((path, item) -> addPath(path, object(item)));
        schemas.putAll(members(members(document, "components"), "schemas"));
    }

    /** {@code common} with the paths and schemas in it. */
    Map<String, Object> completed(Map<String, Object> common) {
        Map<String, Object> components = new TreeMap<>(members(common, "components"));
        Map<String, Object> allSchemas = new TreeMap<>(members(components, "schemas"));
        allSchemas.putAll(schemas);
        components.put("schemas", allSchemas);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("openapi", "3.1.0");
        common.forEach(result::putIfAbsent);
        result.put("paths", paths);
        result.put("components", components);
        return object(withoutNullable(result));
    }

    private void addPath(String path, Map<String, Object> item) {
        Map<String, Object> operations = new LinkedHashMap<>();
        item.forEach((verb, operation) ->
                operations.put(verb, operation(verb, path, object(operation))));
        paths.merge(path, operations, (a, b) -> both(object(a), object(b)));
    }

    private static Map<String, Object> operation(
            String verb, String path, Map<String, Object> operation) {
        Map<String, Object> result = new LinkedHashMap<>(operation);
        result.put("operationId", operationId(verb, path));
        result.put("tags", List.of(tag(path)));
        Map<String, Object> responses = new LinkedHashMap<>(members(operation, "responses"));
        responses.replaceAll((status, response) -> described(object(response)));
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        result.put("responses", responses);
        return KeyedPosts.takes(verb, path) ? KeyedPosts.described(result) : result;
    }

    private static Map<String, Object> described(Map<String, Object> response) {
        Map<String, Object> result = new LinkedHashMap<>(response);
        result.put("description", "As asked");
        return result;
    }

    /** Such as {@code getConnectionsTicketsById}. */
    private static String operationId(String verb, String path) {
        String words = path.replaceFirst("^/v1", "").replaceAll("\\{\\w+}", "");
        String id =
                WORD.matcher(words)
                        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT) + word.group(2))
                        .replaceAll("[^A-Za-z0-9]", "");
        return verb + id + (path.endsWith("}") ? "ById" : "");
    }

    /** The last word of the path that is a noun of the API, in the plural. */
    private static String tag(String path) {
        for (String noun : List.of("note-posts", "notes", "status", "ticket-links", "tickets")) {
            if (path.contains("/" + noun)) {
                return noun.equals("status") ? "statuses" : noun;
            }
        }
        return path.split("/", -1)[2];
    }

    /** An absent member and a null one mean the same, so that nothing needs to be nullable. */
    private static Object withoutNullable(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(DescriptionParts::withoutNullable).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        object(map).forEach((name, value) -> result.put(name, withoutNullable(value)));
        if (Boolean.TRUE.equals(result.get("nullable"))) {
            result.remove("nullable");
        }
        if (result.size() == 1 && result.get("allOf") instanceof List<?> only && only.size() == 1) {
            return only.getFirst();
        }
        return result;
    }

    private static Map<String, Object> both(Map<String, Object> a, Map<String, Object> b) {
        Map<String, Object> result = new LinkedHashMap<>(a);
        result.putAll(b);
        return result;
    }

    private static Map<String, Object> members(Map<String, Object> parent, String name) {
        Object value = parent.get(name);
        return value == null ? Map.of() : object(value);
    }

    @SuppressWarnings("unchecked") // YAML's own maps
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
