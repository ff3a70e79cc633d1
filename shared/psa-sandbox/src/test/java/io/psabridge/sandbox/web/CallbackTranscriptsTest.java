package io.psabridge.sandbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transcripts in which the PSA is the sender: its signatures are ours. */
class CallbackTranscriptsTest {

    @Test
    void signsAsTheVectorsShow() throws Exception {
        Map<String, Object> given =
                Json.asObject(member(read("callbacks-signature-vectors"), "given"));
        for (Object each : Json.asList(member(given, "vectors"))) {
            Map<String, Object> vector = Json.asObject(each);
            assertThat(sign(text(vector, "signing_key"), text(vector, "raw")))
                    .isEqualTo(vector.get("signature"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callbacks-delivered-updated",
                "callbacks-delivered-deleted",
                "callbacks-delivered-odd-shape",
                "callbacks-repeated-and-unordered"
            })
    void deliveriesCarryTheSignatureOfTheirBytes(String name) throws Exception {
        Map<String, Object> file = read(name);
        String key = text(Json.asObject(member(file, "given")), "key");
        for (Map<String, Object> request : sentByPsa(file)) {
            Map<String, Object> headers = Json.asObject(member(request, "headers"));
            assertThat(sign(key, text(request, "raw")))
                    .isEqualTo(headers.get("x-content-signature"));
        }
    }

    private static List<Map<String, Object>> sentByPsa(Map<String, Object> file) {
        return Json.asList(member(file, "exchanges")).stream()
                .map(Json::asObject)
                .filter(exchange -> "psa".equals(exchange.get("from")))
                .map(exchange -> Json.asObject(member(exchange, "request")))
                .toList();
    }

    private static String sign(String key, String raw) {
        return Signature.of(key, raw.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> read(String name) throws IOException, URISyntaxException {
        String file = "/wire/connectwise/" + name + ".json";
        Path path =
                Path.of(
                        Objects.requireNonNull(CallbackTranscriptsTest.class.getResource(file))
                                .toURI());
        return Json.asObject(Json.read(Files.readAllBytes(path)));
    }

    private static Object member(Map<String, Object> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    private static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }
}
