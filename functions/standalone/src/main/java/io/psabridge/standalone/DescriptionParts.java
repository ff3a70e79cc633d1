package io.psabridge.standalone;

import io.psabridge.platform.web.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Paths and schemas of several OpenAPI 3.0 documents, on their way to one of 3.1: what they do not
 * say is the same for all operations of a kind, or stands in the common parts.
 */
final class DescriptionParts {

    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9])([A-Za-z0-9]*)");

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Object> common;
    private final Map<String, Scope> scopes;

    /**
     * @param common what is merged over the generated parts
     * @param scopes by verb and path, such as {@code GET /v1/providers}
     */
    DescriptionParts(Map<String, Object> common, Map<String, Scope> scopes) {
        this.common = common;
        this.scopes = scopes;
    }

    void add(Map<String, Object> document) {
        Tree.members(document, "paths").forEach((path, item) -> addPath(path, Tree.object(item)));
        schemas.putAll(Tree.members(Tree.members(document, "components"), "schemas"));
    }

    /** The whole document. */
    Map<String, Object> completed() {
        Map<String, Object> generated = new LinkedHashMap<>();
        generated.put("openapi", "3.1.0");
        generated.put("info", Map.of());
        generated.put("paths", paths);
        generated.put("components", Map.of("schemas", schemas, "examples", ProblemExamples.all()));
        return Tree.object(finished(Tree.merged(Tree.object(finished(generated)), common)));
    }

    private void addPath(String path, Map<String, Object> item) {
        Map<String, Object> operations = new LinkedHashMap<>();
        item.forEach((verb, content) ->
                operations.put(verb, described(verb, path, Tree.object(content))));
        paths.merge(path, operations, (a, b) -> Tree.merged(Tree.object(a), Tree.object(b)));
    }

    private Map<String, Object> described(String verb, String path, Map<String, Object> content) {
        String route = verb.toUpperCase(Locale.ROOT) + " " + path;
        Operation operation = new Operation(verb, path, scopes.get(route), content);
        if (operation.scope() == null && !operation.isOfAPsa()) {
            throw new IllegalStateException(route + " says no scope");
        }
        return operation
                .with("operationId", operationId(verb, path))
                .with("tags", List.of(tag(path)))
                .with("description", description(operation))
                .with("security", security(operation))
                .with("parameters", parameters(operation))
                .with("responses", OperationAnswers.of(operation))
                .content();
    }

    private static String description(Operation operation) {
        Object said = operation.content().getOrDefault("description", "");
        Scope scope = operation.scope();
        String needs =
                scope == null ? "Needs no token." : "Needs the scope `" + scope.claim() + "`.";
        return (said + " " + needs).strip();
    }

    private static List<Object> security(Operation operation) {
        Scope scope = operation.scope();
        return scope == null ? List.of() : List.of(Map.of("token", List.of(scope.claim())));
    }

    /** Each by its name in the common parts, where they have it. */
    private List<Object> parameters(Operation operation) {
        List<Object> all = new ArrayList<>();
        operation.parameters().forEach(it -> all.add(parameter(it)));
        all.add(reference("RequestId"));
        if (operation.takesKey()) {
            all.add(reference("IdempotencyKey"));
        }
        return all;
    }

    private Map<String, Object> parameter(Map<String, Object> generated) {
        for (Map.Entry<String, Object> known :
                Tree.members(Tree.members(common, "components"), "parameters").entrySet()) {
            Map<String, Object> content = Tree.object(known.getValue());
            if (Objects.equals(content.get("name"), generated.get("name"))
                    && Objects.equals(content.get("in"), generated.get("in"))) {
                return reference(known.getKey());
            }
        }
        return generated;
    }

    private static Map<String, Object> reference(String parameter) {
        return Map.of("$ref", "#/components/parameters/" + parameter);
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

    /**
     * An absent member and a null one mean the same, so that nothing needs to be nullable; our own
     * marks have done their work.
     */
    private static Object finished(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(DescriptionParts::finished).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        Tree.object(map).forEach((name, value) -> result.put(name, finished(value)));
        result.remove(Tree.INSTEAD);
        if (Boolean.TRUE.equals(result.get("nullable"))) {
            result.remove("nullable");
        }
        if (result.size() == 1 && result.get("allOf") instanceof List<?> only && only.size() == 1) {
            return only.getFirst();
        }
        return result;
    }
}
