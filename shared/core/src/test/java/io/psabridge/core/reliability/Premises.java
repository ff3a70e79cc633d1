package io.psabridge.core.reliability;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A database, a PSA and a tenant connected to it, whose clocks are moved together. */
final class Premises implements AutoCloseable {

    static final TenantId TENANT = new TenantId("north");

    private static final int BUDGET_MS = 500;

    private final OwnPostgres database;
    private final ConnectWiseSandbox psa;
    private final Map<String, String> environment;
    private final ConnectionId connection;
    private Duration ahead = Duration.ZERO;

    private Premises(OwnPostgres database, ConnectWiseSandbox psa) {
        this.database = database;
        this.psa = psa;
        this.environment = new HashMap<>();
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", "postgres");
        environment.put("DATABASE_PASSWORD", "postgres");
        environment.put("PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate());
        environment.put("PSA_BRIDGE_ALLOWED_PSA_HOSTS", psa.origin());
        this.connection = connect();
        environment.put("PSA_REQUEST_BUDGET_MS", Integer.toString(BUDGET_MS));
    }

    static Premises open(Path folder) throws IOException {
        OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"));
        Migrations.migrate(database.url(), "postgres", "postgres");
        return new Premises(database, ConnectWiseSandbox.start());
    }

    OwnPostgres database() {
        return database;
    }

    ConnectWiseSandbox psa() {
        return psa;
    }

    SandboxCompany company() {
        return psa.demo();
    }

    ConnectionId connection() {
        return connection;
    }

    /** What a process of the product is configured with. */
    Map<String, String> environment() {
        return environment;
    }

    /** A process of the product within this one. */
    ApplicationContext process() {
        return ApplicationContext.builder().singletons(BridgeSettings.from(environment)).start();
    }

    void pass(Duration time) {
        ahead = ahead.plus(time);
        psa.clock().advance(time);
        database.moveClock(ahead);
    }

    Duration passed() {
        return ahead;
    }

    /** How many notes are on their way in one sense or another. */
    long unfinished() {
        return database.count(
                "SELECT count(*) FROM note_post WHERE state IN ('pending', 'posting', 'uncertain')");
    }

    private ConnectionId connect() {
        try (ApplicationContext context = process()) {
            return context.getBean(ConnectionService.class)
                    .create(
                            TENANT,
                            Actor.system(),
                            new NewConnection(
                                    "connectwise",
                                    "Their PSA",
                                    Site.of(psa.origin()),
                                    Credentials.of(psa.credentials()),
                                    ConnectionSettings.NONE))
                    .id();
        }
    }

    @Override
    public void close() {
        psa.close();
        database.close();
    }
}
