package io.psabridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on the one PostgreSQL of this JVM, which ends with the JVM. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database without any table. */
    public static TestDatabase empty() {
        return create("template1");
    }

    /** A new database that begins as {@code template} is now; nobody may be connected to that. */
    public static TestDatabase from(TestDatabase template) {
        return create(template.name);
    }

    private static TestDatabase create(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name);
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return url(name);
    }

    /** A superuser. */
    public String user() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    /** A new connection as superuser, for tests of walls. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** Runs statements as superuser. */
    public void execute(String sql) {
        execute(name, sql);
    }

    /** From now on the product's clock is this far ahead of the real one. */
    public void moveClock(Duration ahead) {
        execute(
                "CREATE OR REPLACE FUNCTION psa_bridge_now() RETURNS timestamptz LANGUAGE sql VOLATILE"
                        + " RETURN clock_timestamp() + interval '"
                        + ahead.toMillis()
                        + " milliseconds'");
    }

    /** Marks this moment, for {@link #statementsSince}. */
    public long now() {
        return Server.STATEMENTS.end();
    }

    /** What was executed here since then, whoever did; without arguments. */
    public List<String> statementsSince(long moment) {
        return Server.STATEMENTS.since(moment, name).stream()
                .map(StatementLog.Executed::text)
                .toList();
    }

    /** What was executed here since then in transactions of this tenant; without arguments. */
    public List<String> statementsSince(long moment, String tenant) {
        return TenantStatements.of(tenant, Server.STATEMENTS.since(moment, name));
    }

    /** Drops the database, whoever is connected. */
    @Override
    public void close() {
        execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + database;
    }

    private static void execute(String database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url(database), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Started by whoever comes first. */
    private static final class Server {

        static final StatementLog STATEMENTS;
        static final EmbeddedPostgres POSTGRES;

        static {
            try {
                STATEMENTS = new StatementLog();
                EmbeddedPostgres.Builder server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "100")
                                .setOutputRedirector(STATEMENTS.redirect());
                StatementLog.SERVER.forEach(server::setServerConfig);
                POSTGRES = server.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
