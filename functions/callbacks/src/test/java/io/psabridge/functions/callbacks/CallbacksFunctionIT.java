package io.psabridge.functions.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import io.psabridge.testing.FunctionAnswer;
import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.FunctionProcess;
import io.psabridge.testing.HttpEvent;
import io.psabridge.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The artifact as AWS runs it, and what a PSA posts to it. */
class CallbacksFunctionIT {

    private static final String HANDLER =
            "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";

    private static TestDatabase database;
    private static ConnectWiseSandbox sandbox;
    private static ConnectionId connection;
    private static FunctionHarness function;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.empty();
        sandbox = ConnectWiseSandbox.start();
        Migrations.migrate(database.url(), database.user(), database.password());
        Map<String, String> environment =
                new HashMap<>(
                        Map.of(
                                "DATABASE_URL", database.url(),
                                "DATABASE_USER", database.user(),
                                "DATABASE_PASSWORD", database.password(),
                                "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate(),
                                "PSA_BRIDGE_PUBLIC_URL", "https://hooks.bridge.example",
                                "PSA_BRIDGE_ALLOWED_PSA_HOSTS", sandbox.origin()));
        connection = connect(environment);
        FunctionProcess process =
                FunctionHarness.handler(HANDLER)
                        .classPath(Path.of("target/callbacks.jar"))
                        .jarsOf(Path.of("target/lib"));
        environment.forEach(process::environment);
        function = process.start();
    }

    private static ConnectionId connect(Map<String, String> environment) throws Exception {
        try (ApplicationContext services =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .singletons(BridgeSettings.from(environment))
                        .start()) {
            ConnectionId made =
                    services.getBean(ConnectionService.class)
                            .create(
                                    new TenantId("acme"),
                                    Actor.system(),
                                    new NewConnection(
                                            "connectwise",
                                            "Their PSA",
                                            Site.of(sandbox.origin()),
                                            Credentials.of(sandbox.credentials()),
                                            ConnectionSettings.NONE))
                            .id();
            services.getBean(Worker.class).runDue();
            return made;
        }
    }

    @AfterAll
    static void stop() {
        function.close();
        sandbox.close();
        database.close();
    }

    @Test
    void takesWhatThePsaSignedAndNothingElse() throws Exception {
        Delivery delivery = delivered("right");
        HttpEvent event = event(token(), delivery);

        FunctionAnswer first = function.send(event);
        FunctionAnswer again = function.send(event.query("id=48300&action=updated&id=1"));
        FunctionAnswer forged = function.send(event(token(), delivered("wrong")));

        FunctionAnswer empty =
                function.send(HttpEvent.of("POST", "/v1/callbacks/" + connection + "/" + token()));

        assertThat(empty.status()).isEqualTo(401);
        assertThat(first.status()).as(first.body() + function.output()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(204);
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.body()).contains("unauthenticated").doesNotContain(token());
        assertThat(function.output()).doesNotContain(token(), delivery.body());
    }

    @Test
    void doesNotKnowAnotherToken() throws Exception {
        String wrong = "A".repeat(43);

        FunctionAnswer answer = function.send(event(wrong, delivered("right")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).contains("not_found").doesNotContain(wrong);
    }

    @Test
    void showsTheTokenNotEvenToWhoAsksWithAnotherVerb() {
        FunctionAnswer answer =
                function.send(HttpEvent.of("GET", "/v1/callbacks/" + connection + "/" + token()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain(token());
        assertThat(function.output()).doesNotContain(token());
    }

    private static HttpEvent event(String token, Delivery delivery) {
        return HttpEvent.of("POST", "/v1/callbacks/" + connection + "/" + token)
                .query("id=48300&action=updated")
                .header("x-content-signature", delivery.signature())
                .json(delivery.body());
    }

    private static String token() {
        String url = String.valueOf(sandbox.demo().records(Tables.CALLBACKS).getFirst().get("url"));
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the sandbox would post, were our address one that it posts to. */
    private static Delivery delivered(String signature) throws Exception {
        SandboxCompany company = sandbox.demo();
        int before = company.deliveries().size();
        Object id = company.records(Tables.CALLBACKS).getFirst().get("id");
        String order =
                "{\"callbackId\":%s,\"recordId\":48300,\"signature\":\"%s\"}"
                        .formatted(id, signature);
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            sandbox.origin()
                                                    + "/_sandbox/companies/"
                                                    + company.id()
                                                    + "/deliveries"))
                            .POST(HttpRequest.BodyPublishers.ofString(order))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        assertThat(company.awaitDeliveries(before + 1, Duration.ofSeconds(5))).isTrue();
        return company.deliveries().getLast();
    }
}
