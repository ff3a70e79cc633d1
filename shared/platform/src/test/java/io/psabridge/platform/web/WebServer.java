package io.psabridge.platform.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.tenant.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The test controllers on Netty, with development tokens. */
final class WebServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final DevTokens tokens;

    WebServer() {
        FakeTokenKeys keys = new FakeTokenKeys();
        server =
                ApplicationContext.builder()
                        .singletons(
                                BridgeSettings.from(Map.of("PSA_BRIDGE_DEV_TOKENS", "on")), keys)
                        .properties(
                                Map.of(
                                        "micronaut.server.port",
                                        -1,
                                        "micronaut.server.host",
                                        "127.0.0.1"))
                        .start()
                        .getBean(EmbeddedServer.class)
                        .start();
        tokens = server.getApplicationContext().getBean(DevTokens.class);
    }

    List<String> openRoutes() {
        return server.getApplicationContext().getBean(RouteScopes.class).open();
    }

    String token(Scope... scopes) {
        return tokens.sign(new TenantId("acme"), "robin", Set.of(scopes));
    }

    HttpResponse<String> send(
            String method, String path, String body, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.getURI() + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        return client.send(more.apply(request).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, Scope... scopes)
            throws IOException, InterruptedException {
        return send(
                "GET",
                path,
                "",
                request -> request.header("Authorization", "Bearer " + token(scopes)));
    }

    HttpResponse<String> json(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                method,
                path,
                body,
                request ->
                        request.header("Authorization", "Bearer " + token(Scope.WRITE))
                                .header("Content-Type", "application/json"));
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
