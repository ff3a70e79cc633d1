package io.psabridge.benchmark;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.migration.Migrations;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Site;
import io.psabridge.spi.TicketFilter;
import io.psabridge.testing.TestDatabase;
import java.util.Map;
import java.util.Set;

/** What functions find in earnest: a migrated PostgreSQL, a PSA, and a tenant connected to it. */
record FunctionWorld(
        Place place,
        Sandbox sandbox,
        TestDatabase database,
        Map<String, String> environment,
        String token,
        String connection,
        String ticket)
        implements AutoCloseable {

    static FunctionWorld create() {
        Place place = Place.create();
        Sandbox sandbox = Sandbox.start(place);
        TestDatabase database = TestDatabase.empty();
        Migrations.migrate(database.url(), database.user(), database.password());
        Map<String, String> environment =
                Map.of(
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password(),
                        "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate(),
                        "PSA_BRIDGE_DEV_TOKENS", "on",
                        "PSA_BRIDGE_ALLOWED_PSA_HOSTS", sandbox.origin(),
                        "CONNECTWISE_CLIENT_ID", "00000000-0000-0000-0000-000000000000");
        TenantId tenant = new TenantId("customer");
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .singletons(BridgeSettings.from(environment))
                        .start()) {
            Connection connection =
                    context.getBean(ConnectionService.class)
                            .create(
                                    tenant,
                                    Actor.system(),
                                    new NewConnection(
                                            "connectwise",
                                            "Benchmark",
                                            Site.of(sandbox.origin()),
                                            Credentials.of(sandbox.keys()),
                                            ConnectionSettings.NONE));
            return new FunctionWorld(
                    place,
                    sandbox,
                    database,
                    environment,
                    context.getBean(DevTokens.class).sign(tenant, "caller", Set.of(Scope.ADMIN)),
                    connection.id().value(),
                    ticket(context, tenant, connection));
        }
    }

    private static String ticket(
            ApplicationContext context, TenantId tenant, Connection connection) {
        return context.getBean(TicketService.class)
                .search(tenant, connection.id(), TicketFilter.ALL, PageRequest.first(1))
                .value()
                .items()
                .getFirst()
                .id()
                .value();
    }

    @Override
    public void close() {
        sandbox.close();
        database.close();
        place.close();
    }
}
