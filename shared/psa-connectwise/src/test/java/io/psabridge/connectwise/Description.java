package io.psabridge.connectwise;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The vendor's description of the API, where it is at hand. */
record Description(WireObject document) {

    private static final String REFERENCE = "PSA_BRIDGE_REFERENCE";

    /** Skips the test when the description is not there. */
    static Description orSkip() throws IOException {
        String folder = System.getenv(REFERENCE);
        assumeTrue(folder != null, REFERENCE + " names no folder with the vendor's description");
        Path file = Path.of(String.valueOf(folder), "connectwise-openapi.json");
        assumeTrue(Files.exists(file), file + " is not there");
        return new Description(WireObject.of(Json.read(Files.readAllBytes(file))));
    }

    /** Every operation, such as {@code get /service/tickets/{id}}. */
    Set<String> operations() {
        Set<String> described = new TreeSet<>();
        WireObject paths = document.object("paths");
        for (String path : names(paths)) {
            names(paths.object(path)).forEach(verb -> described.add(verb + " " + path));
        }
        return described;
    }

    /** The operation that such a call is. */
    Optional<Operation> operation(String method, String path) {
        String verb = method.toLowerCase(Locale.ROOT);
        WireObject paths = document.object("paths");
        return names(paths).stream()
                .filter(template -> matches(template, path))
                .filter(template -> names(paths.object(template)).contains(verb))
                .map(template ->
                        new Operation(method + " " + template, paths.object(template).object(verb)))
                .findFirst();
    }

    /** The schema itself, or the one that it refers to. */
    WireObject resolved(WireObject schema) {
        return schema.text("$ref")
                .map(reference -> schema(reference.substring(reference.lastIndexOf('/') + 1)))
                .orElse(schema);
    }

    WireObject schema(String name) {
        return document.object("components").object("schemas").object(name);
    }

    static Set<String> names(WireObject object) {
        Set<String> names = new TreeSet<>();
        object.members().keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[A-Za-z]+}", "[0-9]+"), path);
    }

    /** A verb on a path. */
    record Operation(String name, WireObject spec) {

        /** The parameters of one place: {@code query} or {@code header}. */
        Set<String> parameters(String place) {
            Set<String> names = new TreeSet<>();
            for (WireObject parameter : spec.objects("parameters")) {
                if (parameter.text("in").filter(place::equals).isPresent()) {
                    names.add(parameter.text("name").orElseThrow());
                }
            }
            return names;
        }

        WireObject requestBody() {
            return content(spec.object("requestBody"));
        }

        boolean answers(int status) {
            return names(spec.object("responses")).contains(Integer.toString(status));
        }

        /** Empty for an answer without a body. */
        WireObject responseBody(int status) {
            return content(spec.object("responses").object(Integer.toString(status)));
        }

        private static WireObject content(WireObject holder) {
            WireObject content = holder.object("content");
            return names(content).stream()
                    .findFirst()
                    .map(type -> content.object(type).object("schema"))
                    .orElse(WireObject.EMPTY);
        }
    }
}
