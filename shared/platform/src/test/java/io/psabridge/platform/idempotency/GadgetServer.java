package io.psabridge.platform.idempotency;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.db.DatabaseAccess;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.platform.keys.TenantKeys;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.FakeTokenKeys;
import io.psabridge.platform.web.Scope;
import io.psabridge.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gadgets on Netty, over the product's own tables for keys. */
final class GadgetServer implements AutoCloseable {

    private static final Path MIGRATIONS = Path.of("../core/src/main/resources/db/migration");

    private final TestDatabase database = TestDatabase.empty();
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    GadgetServer() throws IOException {
        for (String step :
                List.of(
                        "V1__roles_and_clock.sql",
                        "V2__tenants_and_keys.sql",
                        "V8__idempotency_keys.sql")) {
            database.execute(Files.readString(MIGRATIONS.resolve(step)));
        }
        database.execute("INSERT INTO tenant (tenant_id) VALUES ('acme'), ('other')");
        TenantKeys keys =
                tenant -> Arrays.copyOf(tenant.value().getBytes(StandardCharsets.UTF_8), 32);
        ApplicationContext context =
                ApplicationContext.builder()
                        .singletons(
                                BridgeSettings.from(Map.of("PSA_BRIDGE_DEV_TOKENS", "on")),
                                new FakeTokenKeys(),
                                new Sealer(),
                                new DatabaseAccess(
                                        database.url(), database.user(), database.password()))
                        .properties(
                                Map.of(
                                        "micronaut.server.port",
                                        -1,
                                        "micronaut.server.host",
                                        "127.0.0.1"))
                        .build();
        context.registerSingleton(TenantKeys.class, keys);
        server = context.start().getBean(EmbeddedServer.class).start();
    }

    <T> T get(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    TestDatabase database() {
        return database;
    }

    HttpResponse<String> post(String tenant, String key, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(tenant, path, body, Scope.WRITE).header("Idempotency-Key", key).build(),
                BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String tenant, String path, String body, Scope scope) {
        String token = get(DevTokens.class).sign(new TenantId(tenant), "robin", Set.of(scope));
        return HttpRequest.newBuilder(URI.create(server.getURI() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
        database.close();
    }
}
