package io.psabridge.functiontck;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A function's artifact as AWS runs it: its jars in a process of their own, AWS's runtime client,
 * API Gateway's events, a PostgreSQL. Runs in the module's folder, once the artifact is built.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpFunctionTest {

    private static final String HANDLER =
            "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";

    private static final String PASSWORD = "secretDatabasePassword3301";
    private static final String RING = FernetKeyRing.generate();

    private final String artifact;
    private final String route;
    private final int status;
    private final String shows;
    private final TestDatabase database = TestDatabase.empty();
    private final Map<String, String> environment =
            new HashMap<>(
                    Map.of(
                            "DATABASE_URL",
                            database.url(),
                            "DATABASE_USER",
                            database.user(),
                            "DATABASE_PASSWORD",
                            PASSWORD,
                            "PSA_BRIDGE_FERNET_KEYS",
                            RING,
                            "PSA_BRIDGE_DEV_TOKENS",
                            "on"));
    private @Nullable FunctionHarness function;

    /**
     * @param artifact the jar in {@code target}, without its ending
     * @param route what is read first, by a new tenant
     * @param status of its answer
     * @param shows part of its body
     */
    protected HttpFunctionTest(String artifact, String route, int status, String shows) {
        this.artifact = artifact;
        this.route = route;
        this.status = status;
        this.shows = shows;
    }

    /** What the function's environment has besides. */
    protected Map<String, String> variables() {
        return Map.of();
    }

    @BeforeAll
    void start() {
        Migrations.migrate(database.url(), database.user(), database.password());
        environment.putAll(variables());
        function = process(HANDLER).start();
    }

    @AfterAll
    void stop() {
        function().close();
        database.close();
    }

    @Test
    void answersItsFirstRoute() {
        FunctionAnswer answer =
                function()
                        .send(
                                HttpEvent.of("GET", route)
                                        .header("authorization", "Bearer " + token()));

        assertThat(answer.status()).as(answer.body() + function().output()).isEqualTo(status);
        assertThat(answer.body()).contains(shows);
    }

    @Test
    void refusesWhoHasNoToken() {
        FunctionAnswer answer = function().send(HttpEvent.of("GET", route));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void saysNoSecretHoweverTalkativeItsLogIs() {
        String token = token();

        function().send(HttpEvent.of("GET", route).header("authorization", "Bearer " + token));

        assertThat(function().output())
                .doesNotContain(token, PASSWORD, RING)
                // libraries quote what they carry there
                .doesNotContain("] DEBUG ", "] TRACE ");
    }

    /** The function's process. */
    protected FunctionHarness function() {
        return Objects.requireNonNull(function);
    }

    /** The artifact with another handler, over the same database. */
    protected FunctionProcess process(String handler) {
        FunctionProcess process =
                FunctionHarness.handler(handler)
                        .classPath(Path.of("target", artifact + ".jar"))
                        .jarsOf(Path.of("target", "lib"))
                        .jvmOption("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");
        environment.forEach(process::environment);
        return process;
    }

    protected TestDatabase database() {
        return database;
    }

    /** The services of the product, in this process, over the function's database. */
    protected ApplicationContext services() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(BridgeSettings.from(environment))
                .start();
    }

    private String token() {
        try (ApplicationContext context = services()) {
            return context.getBean(DevTokens.class)
                    .sign(new TenantId("acme"), "tester", Set.of(Scope.READ));
        }
    }
}
