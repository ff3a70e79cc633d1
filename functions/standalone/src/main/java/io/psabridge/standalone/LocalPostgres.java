package io.psabridge.standalone;

import io.psabridge.platform.db.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The embedded PostgreSQL: durable, on loopback only, behind a password of its own. */
final class LocalPostgres implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String PASSWORD = "postgres-password";
    private static final String LOG = "postgres.log";

    private final EmbeddedPostgres server;
    private final String password;

    private LocalPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts it on the data in {@code home}, made the first time. */
    static LocalPostgres start(Home home) {
        Path data = home.directory().resolve("postgres");
        String password = home.secret(PASSWORD).readOrCreate(LocalPostgres::newPassword);
        LeftoverPostgres.stop(data);
        Path complete = data.resolve("psa-bridge-complete");
        try {
            if (!Files.exists(complete)) {
                remove(data);
            }
            Files.deleteIfExists(home.directory().resolve(LOG));
            EmbeddedPostgres server = server(home.directory(), data, password).start();
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return new LocalPostgres(server, password);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** Who migrates, and where. */
    DatabaseAccess access() {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", USER, password);
    }

    private static EmbeddedPostgres.Builder server(Path home, Path data, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                // to initdb: the last --auth wins over the library's "trust"
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve(PASSWORD).toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                // the library starts the server for tests, without these
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                // its log shows no statement and no value
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_checkpoints", "off")
                .setOutputRedirector(Redirect.appendTo(home.resolve(LOG).toFile()));
    }

    /** What an initialisation left that was cut short: no start ever completed on it. */
    private static void remove(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(data)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
