package io.psabridge.sandbox;

import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** A caller of the PSA who signs in rightly. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final String authorization;

    Client(ConnectWiseSandbox sandbox, Map<String, String> credentials) {
        this.origin = sandbox.origin();
        String pair =
                credentials.get("companyId")
                        + "+"
                        + credentials.get("publicKey")
                        + ":"
                        + Objects.requireNonNull(credentials.get("privateKey"));
        this.authorization =
                "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin + "/v4_6_release/apis/3.0" + path))
                        .timeout(Duration.ofSeconds(5))
                        .header("Authorization", authorization)
                        .header("clientId", "a-product")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    /** Fails when the answer is no JSON object. */
    Map<String, Object> json(String method, String path, String body)
            throws IOException, InterruptedException {
        return Json.asObject(Json.read(call(method, path, body).body()));
    }

    /** Calls the control API. */
    HttpResponse<String> control(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin + "/_sandbox" + path))
                        .timeout(Duration.ofSeconds(5))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
