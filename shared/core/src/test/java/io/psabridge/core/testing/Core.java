package io.psabridge.core.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.tck.Tenant;
import io.psabridge.tck.memory.InMemoryProvider;
import io.psabridge.tck.memory.InMemoryPsa;
import io.psabridge.testing.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The product without its doors: real services over a real database, with a PSA in memory. */
public final class Core implements AutoCloseable {

    public static final TenantId NORTH = new TenantId("north");
    public static final TenantId SOUTH = new TenantId("south");
    public static final Actor ROBIN = new Actor("robin", Caller.Via.API, "request-1");

    private final TestDatabase database;
    private final InMemoryProvider provider;
    private final Map<String, String> environment;
    private final ApplicationContext context;

    private Core(
            TestDatabase database, InMemoryProvider provider, Map<String, String> environment) {
        this.database = database;
        this.provider = provider;
        this.environment = environment;
        this.context = beside(Map.of());
    }

    public static Core start() {
        return start(Map.of());
    }

    /** With these variables besides those that it needs. */
    public static Core start(Map<String, String> more) {
        TestDatabase database = TestDatabase.empty();
        Migrations.migrate(database.url(), database.user(), database.password());
        Map<String, String> environment =
                new HashMap<>(
                        Map.of(
                                "DATABASE_URL", database.url(),
                                "DATABASE_USER", database.user(),
                                "DATABASE_PASSWORD", database.password(),
                                "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate(),
                                "PSA_BRIDGE_GUESS_LIMIT", "off"));
        environment.putAll(more);
        return new Core(database, InMemoryProvider.seeded(), environment);
    }

    /** Another process over the same database, which ends with {@link #closeBeside}. */
    public Core beside() {
        return new Core(database, provider, environment);
    }

    /** Another process over the same database and PSA, with other variables; close it. */
    public ApplicationContext beside(Map<String, String> more, Object... beans) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(more);
        ApplicationContext made =
                ApplicationContext.builder()
                        .singletons(BridgeSettings.from(variables))
                        .singletons(beans)
                        .build();
        made.registerSingleton(PsaProvider.class, provider, Qualifiers.byName("memory"));
        return made.start();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type);
    }

    public TestDatabase database() {
        return database;
    }

    /** The PSA that {@link #connect} connects. */
    public InMemoryPsa psa() {
        return provider.psa();
    }

    public InMemoryProvider provider() {
        return provider;
    }

    /** The connection's id, once it is stored. */
    public ConnectionId connect(TenantId tenant) {
        return connected(tenant).id();
    }

    public Connection connected(TenantId tenant) {
        return get(ConnectionService.class)
                .create(tenant, ROBIN, wanted(provider.tenant().credentials()));
    }

    /** Connects a ConnectWise at this address, which must be allowed. */
    public ConnectionId connectWise(TenantId tenant, String origin, Map<String, String> keys) {
        NewConnection wanted =
                new NewConnection(
                        "connectwise",
                        "Their PSA",
                        Site.of(origin),
                        Credentials.of(keys),
                        ConnectionSettings.NONE);
        return get(ConnectionService.class).create(tenant, ROBIN, wanted).id();
    }

    public NewConnection wanted(Credentials credentials) {
        Tenant company = provider.tenant();
        return new NewConnection(
                "memory", "Their PSA", company.site(), credentials, ConnectionSettings.NONE);
    }

    /** One number from the database, as superuser. */
    public long count(String sql) {
        try (java.sql.Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs what must fail, and gives the problem for more questions. */
    public static Problem fails(ProblemCode code, ThrowingCallable work) {
        Problem problem = Assertions.catchThrowableOfType(Problem.class, work);
        Assertions.assertThat(problem).as("a problem").isNotNull();
        Assertions.assertThat(problem.code()).isEqualTo(code);
        return problem;
    }

    /** Ends this process; its database stays for the others. */
    public void closeBeside() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
