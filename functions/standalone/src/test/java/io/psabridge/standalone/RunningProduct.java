package io.psabridge.standalone;

import com.fasterxml.jackson.jr.ob.JSON;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built jar in a process of its own, beside a sandbox that the test can reach into. */
final class RunningProduct implements AutoCloseable {

    static final long BUDGET_MS = 2_000;

    private final ConnectWiseSandbox sandbox;
    private final boolean endsSandbox;
    private final BridgeProcess process;
    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningProduct(ConnectWiseSandbox sandbox, boolean endsSandbox, BridgeProcess process)
            throws IOException {
        this.sandbox = sandbox;
        this.endsSandbox = endsSandbox;
        this.process = process;
        this.url = process.url();
    }

    static RunningProduct start(Path home) throws IOException {
        return start(home, ConnectWiseSandbox.start(), Map.of());
    }

    /** Closes the sandbox in the end, too. */
    static RunningProduct start(Path home, ConnectWiseSandbox sandbox, Map<String, String> more)
            throws IOException {
        Map<String, String> variables = environment(sandbox);
        variables.putAll(more);
        return new RunningProduct(sandbox, true, BridgeProcess.start(home, variables));
    }

    /** One of several beside a sandbox that outlives it. */
    static RunningProduct beside(Path home, ConnectWiseSandbox sandbox, Map<String, String> more)
            throws IOException {
        Map<String, String> variables = environment(sandbox);
        variables.putAll(more);
        return new RunningProduct(sandbox, false, BridgeProcess.start(home, variables));
    }

    /** One of several beside a sandbox that outlives it, with every logger at its loudest. */
    static RunningProduct loud(Path home, ConnectWiseSandbox sandbox, Map<String, String> more)
            throws IOException {
        Map<String, String> variables = environment(sandbox);
        variables.putAll(more);
        return new RunningProduct(sandbox, false, BridgeProcess.loud(home, variables));
    }

    /** Which writes its classes into {@code archive} when it ends. */
    static RunningProduct training(Path home, ConnectWiseSandbox sandbox, Path archive)
            throws IOException {
        return new RunningProduct(
                sandbox, true, BridgeProcess.training(home, environment(sandbox), archive));
    }

    /** What lets a process reach the sandbox. */
    static Map<String, String> environment(ConnectWiseSandbox sandbox) {
        return new HashMap<>(
                Map.of(
                        "PSA_BRIDGE_ALLOWED_PSA_HOSTS", sandbox.origin(),
                        "CONNECTWISE_CLIENT_ID", "client-id-of-the-product",
                        "PSA_REQUEST_BUDGET_MS", Long.toString(BUDGET_MS)));
    }

    /** What makes a process work on a database of the test's, under a key ring of its own. */
    static Map<String, String> on(TestDatabase database) {
        return Map.of(
                "DATABASE_URL", database.url(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate());
    }

    ConnectWiseSandbox sandbox() {
        return sandbox;
    }

    BridgeProcess process() {
        return process;
    }

    String token(String tenant, String scope) throws IOException, InterruptedException {
        return send("POST", "/dev/tokens", null, Map.of("tenantId", tenant, "scope", scope))
                .get("token");
    }

    String admin(String tenant) throws IOException, InterruptedException {
        return token(tenant, "psa:admin");
    }

    /** Connects a company of the sandbox; the connection's id. */
    String connect(String token, SandboxCompany company) throws IOException, InterruptedException {
        return send("POST", "/v1/connections", token, connection(company.credentials())).get("id");
    }

    /** The body that connects with these credentials. */
    Map<String, Object> connection(Map<String, String> credentials) {
        Map<String, String> entered = new HashMap<>(credentials);
        entered.remove("clientId");
        return Map.of(
                "provider",
                "connectwise",
                "name",
                "Test",
                "site",
                Map.of("host", sandbox.origin()),
                "credentials",
                entered);
    }

    Answer get(String token, String path) throws IOException, InterruptedException {
        return send("GET", path, token, null);
    }

    Answer send(String method, String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        }
        request.header("Content-Type", "application/json");
        return send(
                request.method(
                        method, HttpRequest.BodyPublishers.ofString(JSON.std.asString(body))));
    }

    /** With an idempotency key. */
    Answer once(String key, String path, String token, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.std.asString(body));
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(content));
    }

    /** Sends a body as it stands. */
    Answer raw(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    URI uri(String path) {
        return URI.create(url + path);
    }

    @Override
    public void close() {
        process.close();
        if (endsSandbox) {
            sandbox.close();
        }
        client.close();
    }
}
