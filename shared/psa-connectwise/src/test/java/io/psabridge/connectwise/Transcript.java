package io.psabridge.connectwise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One file of exchanges with ConnectWise, written after the facts by others than its client. */
record Transcript(WireObject file) {

    static List<Transcript> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .map(Transcript::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript named(String name) {
        return read(folder().resolve(name + ".json"));
    }

    String name() {
        return file.text("name").orElseThrow();
    }

    WireObject client() {
        return file.object("client");
    }

    String operation() {
        return client().text("operation").orElseThrow();
    }

    WireObject input() {
        return client().object("input");
    }

    /** Whether a right client sends what is shown. */
    boolean isSent() {
        return !client().members().containsKey("sends");
    }

    WireObject given() {
        return file.object("given");
    }

    boolean hasVariants() {
        return given().flag("variants");
    }

    List<Exchange> exchanges() {
        return file.objects("exchanges").stream().map(Exchange::new).toList();
    }

    Optional<Exchange> firstOfClient() {
        return exchanges().stream().filter(exchange -> !exchange.isFromPsa()).findFirst();
    }

    /** The same with one exchange only. */
    Transcript only(int exchange) {
        Map<Object, Object> members = new LinkedHashMap<>(file.members());
        members.put("exchanges", List.of(file.objects("exchanges").get(exchange).members()));
        return new Transcript(new WireObject(members));
    }

    private static Transcript read(Path path) {
        try {
            return new Transcript(WireObject.of(Json.read(Files.readAllBytes(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(
                    Optional.ofNullable(Transcript.class.getResource("/wire/connectwise"))
                            .orElseThrow()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One request and its answer. */
    record Exchange(WireObject members) {

        boolean isOptional() {
            return members.flag("optional");
        }

        boolean isFromPsa() {
            return members.text("from").filter("psa"::equals).isPresent();
        }

        WireObject request() {
            return members.object("request");
        }

        String method() {
            return request().text("method").orElseThrow();
        }

        String path() {
            return request().text("path").orElseThrow();
        }

        WireObject query() {
            return request().object("query");
        }

        WireObject headers() {
            return request().object("headers");
        }

        Optional<Object> body() {
            return Optional.ofNullable((Object) request().members().get("body"));
        }

        WireObject response() {
            return members.object("response");
        }

        /** An empty list says only that nothing follows. */
        boolean isClosing() {
            return response().members().get("body") instanceof List<?> rows && rows.isEmpty();
        }

        /** A body that breaks off may also end as announced; so it does for writes. */
        private boolean textJustEnds(String fault) {
            return fault.equals("cut-short") && method().equals("POST");
        }

        HttpDouble.Answer answer() {
            Map<String, String> headers = new LinkedHashMap<>();
            response()
                    .object("headers")
                    .members()
                    .forEach((name, value) ->
                            headers.put(String.valueOf(name), String.valueOf(value)));
            String body =
                    response().members().containsKey("body")
                            ? Json.text(response().members().get("body"))
                            : response().text("text").orElse("");
            return new HttpDouble.Answer(
                    response().number("status").orElse(0),
                    headers,
                    body,
                    response().text("fault").filter(fault -> !textJustEnds(fault)));
        }
    }
}
