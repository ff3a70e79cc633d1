package io.psabridge.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The stand-in PSA in a process of its own. */
final class Sandbox implements AutoCloseable {

    private static final Path JAR = Path.of("shared/psa-sandbox/target/psa-sandbox.jar");

    private final Child process;
    private final String origin;
    private final Map<String, String> keys = new LinkedHashMap<>();

    private Sandbox(Child process) {
        this.process = process;
        origin = process.announced("The ConnectWise sandbox is ready:");
        for (String key : List.of("companyId", "publicKey", "privateKey")) {
            keys.put(key, process.announced("  " + key));
        }
    }

    static Sandbox start(Place place) {
        return new Sandbox(
                Child.start(
                        List.of(
                                Child.java(),
                                "-Xmx256m",
                                "-XX:+UseParallelGC",
                                "-jar",
                                JAR.toString(),
                                "--port",
                                "0"),
                        Map.of(),
                        place.resolve("sandbox.log")));
    }

    String origin() {
        return origin;
    }

    Map<String, String> keys() {
        return keys;
    }

    long pid() {
        return process.pid();
    }

    /** The body that connects its first company. */
    String connectBody() {
        return connectBody(keys);
    }

    /** Makes another company; the body that connects it. */
    String newCompany(String id) {
        Map<String, Object> made =
                control(
                                Request.post(
                                        "/_sandbox/companies",
                                        "{\"id\":\"" + id + "\",\"world\":\"full\"}"))
                        .object();
        Map<?, ?> member =
                (Map<?, ?>) ((List<?>) Objects.requireNonNull(made.get("keys"))).getFirst();
        Map<String, String> theirs = new LinkedHashMap<>();
        keys.keySet().forEach(name -> theirs.put(name, String.valueOf(member.get(name))));
        return connectBody(theirs);
    }

    /** From now on this company's calls are not answered. */
    void silence(String company) {
        control(
                Request.post(
                        "/_sandbox/faults",
                        "{\"do\":\"no-answer\",\"times\":0,\"company\":\"" + company + "\"}"));
    }

    void endFaults() {
        control(Request.delete("/_sandbox/faults"));
    }

    private Reply control(Request request) {
        try (Wire wire = Wire.to(origin)) {
            return wire.send(request).expectSuccess();
        }
    }

    private String connectBody(Map<String, String> credentials) {
        try {
            return JSON.std.asString(
                    Map.of(
                            "provider",
                            "connectwise",
                            "name",
                            "Benchmark",
                            "site",
                            Map.of("host", origin),
                            "credentials",
                            credentials));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request that came last, as it came, with the keys that its log does not show. */
    Request lastRequest() {
        try (Wire wire = Wire.to(origin)) {
            Map<?, ?> last =
                    wire.send(Request.get("/_sandbox/requests")).expect(200).objects().getLast();
            Map<?, ?> headers = last.get("headers") instanceof Map<?, ?> shown ? shown : Map.of();
            Request request =
                    new Request(
                                    String.valueOf(last.get("method")),
                                    String.valueOf(last.get("path")),
                                    Map.of(),
                                    String.valueOf(last.get("body")))
                            .with("Authorization", "Basic " + signIn())
                            .with("clientId", "00000000-0000-0000-0000-000000000000");
            for (String name : List.of("accept", "content-type", "user-agent")) {
                if (headers.get(name) != null) {
                    request = request.with(name, String.valueOf(headers.get(name)));
                }
            }
            return request;
        }
    }

    private String signIn() {
        String text =
                keys.get("companyId") + "+" + keys.get("publicKey") + ":" + keys.get("privateKey");
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String state() {
        return process.state();
    }

    @Override
    public void close() {
        process.close();
    }
}
