package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.web.RouteScopes;
import io.psabridge.testing.TestDatabase;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The routes of the server and the operations of its description are the same. */
class DescribedRoutesTest {

    /** Not the API: pages for people, the description itself, and what only a developer has. */
    private static final Set<String> NOT_DESCRIBED =
            Set.of(
                    "GET /docs",
                    "GET /docs/problems",
                    "GET /openapi.yml",
                    "HEAD /docs",
                    "HEAD /docs/problems",
                    "HEAD /openapi.yml",
                    "POST /dev/tokens");

    @Test
    void everyRouteIsDescribedAndEveryOperationIsARoute() {
        try (TestDatabase database = TestDatabase.empty();
                ApplicationContext context = context(database)) {
            RouteScopes scopes = context.getBean(RouteScopes.class);
            Set<String> routes = new TreeSet<>(scopes.scopes().keySet());
            routes.addAll(scopes.open());
            routes.removeAll(NOT_DESCRIBED);
            routes.removeIf(route -> route.startsWith("HEAD "));

            assertThat(operations(context.getBean(ApiDescription.class)))
                    .hasSizeGreaterThan(25)
                    .containsExactlyInAnyOrderElementsOf(routes);
        }
    }

    private static ApplicationContext context(TestDatabase database) {
        Map<String, String> variables =
                Map.of(
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password(),
                        "PSA_BRIDGE_DEV_TOKENS", "on",
                        "PORT", "0",
                        "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate());
        BridgeSettings settings = BridgeSettings.from(variables);
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("standalone")
                .properties(ServerProperties.of(settings, HttpAddress.of(settings)))
                .singletons(settings)
                .start();
    }

    private static Set<String> operations(ApiDescription description) {
        Map<?, ?> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(description.yaml());
        Set<String> found = new TreeSet<>();
        DescribedOperation.members(document.get("paths"))
                .forEach((path, item) ->
                        DescribedOperation.members(item)
                                .keySet()
                                .forEach(verb ->
                                        found.add(
                                                verb.toString().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path)));
        return found;
    }
}
