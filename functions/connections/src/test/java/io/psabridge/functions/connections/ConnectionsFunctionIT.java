package io.psabridge.functions.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Scope;
import io.psabridge.testing.FunctionAnswer;
import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.FunctionProcess;
import io.psabridge.testing.HttpEvent;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The artifact as AWS runs it: its jars, AWS's runtime client, API Gateway's events, a PostgreSQL.
 */
class ConnectionsFunctionIT {

    private static final String HANDLER =
            "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";
    private static final String ROUTE = "/v1/connections";

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "DATABASE_URL", DATABASE.url(),
                    "DATABASE_USER", DATABASE.user(),
                    "DATABASE_PASSWORD", DATABASE.password(),
                    "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate(),
                    "PSA_BRIDGE_DEV_TOKENS", "on");

    private static FunctionHarness function;

    @BeforeAll
    static void start() {
        Migrations.migrate(DATABASE.url(), DATABASE.user(), DATABASE.password());
        FunctionProcess process =
                FunctionHarness.handler(HANDLER)
                        .classPath(Path.of("target/connections.jar"))
                        .jarsOf(Path.of("target/lib"));
        ENVIRONMENT.forEach(process::environment);
        function = process.start();
    }

    @AfterAll
    static void stop() {
        function.close();
        DATABASE.close();
    }

    @Test
    void answersItsFirstRoute() {
        FunctionAnswer answer =
                function.send(
                        HttpEvent.of("GET", ROUTE).header("authorization", "Bearer " + token()));

        assertThat(answer.status()).as(answer.body() + function.output()).isEqualTo(200);
        assertThat(answer.body()).contains("\"items\":[]");
    }

    @Test
    void refusesWhoHasNoToken() {
        FunctionAnswer answer = function.send(HttpEvent.of("GET", ROUTE));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }

    private static String token() {
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .singletons(BridgeSettings.from(ENVIRONMENT))
                        .start()) {
            return context.getBean(DevTokens.class)
                    .sign(new TenantId("acme"), "tester", Set.of(Scope.READ));
        }
    }
}
