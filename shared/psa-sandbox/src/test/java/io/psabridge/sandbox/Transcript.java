package io.psabridge.sandbox;

import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A file of exchanges, as the README beside the files describes it. */
record Transcript(String name, Map<String, Object> json) {

    /** One request with its answer. */
    record Exchange(Map<String, Object> json) {

        Map<String, Object> request() {
            return Json.asObject(Objects.requireNonNull(json.get("request")));
        }

        Map<String, Object> response() {
            return Json.asObject(Objects.requireNonNull(json.get("response")));
        }

        boolean isFromPsa() {
            return "psa".equals(json.get("from"));
        }

        String method() {
            return String.valueOf(request().get("method"));
        }

        String path() {
            return String.valueOf(request().get("path"));
        }

        /** 0 when no answer comes. */
        int status() {
            return response().get("status") instanceof Long status ? status.intValue() : 0;
        }

        String fault() {
            return String.valueOf(response().getOrDefault("fault", ""));
        }
    }

    static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(Transcript.class.getResource("/wire/connectwise"))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Transcript> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
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

    private static Transcript read(Path file) {
        try {
            Map<String, Object> json = Json.asObject(Json.read(Files.readAllBytes(file)));
            return new Transcript(String.valueOf(json.get("name")), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> given() {
        return Json.asObject(json.getOrDefault("given", Map.of()));
    }

    String host() {
        return String.valueOf(given().getOrDefault("host", "api-na.myconnectwise.net"));
    }

    List<Exchange> exchanges() {
        return Json.asList(json.getOrDefault("exchanges", List.of())).stream()
                .map(each -> new Exchange(Json.asObject(each)))
                .toList();
    }

    boolean writes() {
        return exchanges().stream()
                .anyMatch(each ->
                        !each.isFromPsa()
                                && !each.method().equals("GET")
                                && !each.path().endsWith("/search"));
    }

    /** The body of the answer of one exchange. */
    Object answer(int exchange) {
        return Objects.requireNonNull(exchanges().get(exchange).response().get("body"));
    }
}
