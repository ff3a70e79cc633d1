package io.psabridge.standalone;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.psabridge.core.migration.MigrationException;
import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.db.RuntimeRoleCheck;
import io.psabridge.platform.queue.WorkLoop;
import io.psabridge.sandbox.ConnectWiseSandbox;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the parts together: home, database, keys, sandbox, and the HTTP server over them. */
final class Standalone {

    private Standalone() {}

    /** Returns once it serves; what it started is in {@code lifetime}. */
    static void start(Map<String, String> environment, Lifetime lifetime, PrintStream out) {
        Map<String, String> variables = new TreeMap<>(environment);
        BridgeSettings settings = BridgeSettings.from(variables);
        Home home = lifetime.add(Home.open(settings.home()));
        HttpAddress address = HttpAddress.of(settings);
        DevTokenRules.check(settings, address.host());

        variables.putIfAbsent("PSA_BRIDGE_PUBLIC_URL", "http://127.0.0.1:" + address.port());
        LocalKeys.fill(variables, settings, home.secret(LocalKeys.FILE));
        LocalKeys.check(BridgeSettings.from(variables));
        Optional<ConnectWiseSandbox> sandbox =
                LocalSandbox.fill(variables, settings, home, lifetime);
        LocalDatabase.fill(variables, settings, home, lifetime);
        BridgeSettings complete = BridgeSettings.from(variables);
        migrate(complete);
        ApplicationContext context = serve(complete, address, lifetime);
        sandbox.ifPresent(psa -> DemoTenant.connect(context, psa));
        Optional<MetricsServer> metrics =
                complete.metricsPort()
                        .map(port -> lifetime.add(MetricsServer.start(complete, port, context)));
        Welcome.print(out, address, complete, sandbox);
        metrics.ifPresent(listener -> Welcome.print(out, listener));
    }

    private static void migrate(BridgeSettings settings) {
        try {
            Migrations.migrate(
                    settings.databaseUrl().orElseThrow(),
                    settings.databaseUser().orElseThrow(),
                    settings.databasePassword().orElse(null));
        } catch (MigrationException e) {
            throw new ConfigurationException("DATABASE_URL: " + e.getMessage());
        }
    }

    private static ApplicationContext serve(
            BridgeSettings settings, HttpAddress address, Lifetime lifetime) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        // what may be configured by variables is in the settings, and nothing else
                        // is
                        .environmentPropertySource(false)
                        .environments("standalone")
                        .banner(false)
                        .properties(ServerProperties.of(settings, address))
                        .singletons(settings)
                        .build();
        lifetime.add(context);
        context.start();
        context.getBean(RuntimeRoleCheck.class).check();
        try {
            context.getBean(EmbeddedServer.class).start();
            context.getBean(WorkLoop.class);
            return context;
        } catch (ServerStartupException e) {
            throw new ConfigurationException(
                    "PORT " + address.port() + " cannot be used: " + e.getMessage());
        }
    }
}
