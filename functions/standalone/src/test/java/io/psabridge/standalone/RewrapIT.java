package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys move to a new ring while the product serves; the task is killed in the middle. */
class RewrapIT {

    private static final String OLD = FernetKeyRing.generate();
    private static final String NEW = FernetKeyRing.generate();
    private static final String BOTH = NEW + "," + OLD;

    @TempDir Path home;
    @TempDir Path elsewhere;

    private final List<String> connections = new ArrayList<>();

    @Test
    void aTaskThatWasKilledIsRunAgainAndNobodyNotices() throws Exception {
        try (TestDatabase database = TestDatabase.empty();
                ConnectWiseSandbox sandbox = ConnectWiseSandbox.start()) {
            Map<String, String> variables = new HashMap<>();
            variables.put("DATABASE_URL", database.url());
            variables.put("DATABASE_USER", database.user());
            variables.put("DATABASE_PASSWORD", database.password());
            variables.put("PSA_BRIDGE_FERNET_KEYS", OLD);
            String admin = connectMany(sandbox, variables);

            variables.put("PSA_BRIDGE_FERNET_KEYS", BOTH);
            RunningProduct serving = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = serving.process()) {
                Reader reader = new Reader(serving, admin);
                Thread reading = Thread.ofVirtual().start(reader);

                killInTheMiddle(database, variables);
                assertThat(keys(database, true)).as("wrapped anew").isPositive();
                assertThat(keys(database, false)).as("still to do").isPositive();

                MaintenanceRun again = MaintenanceRun.of(elsewhere, variables, "rewrap", "");
                assertThat(again.exitCode()).as(again.err()).isZero();
                assertThat(again.out())
                        .containsPattern("\"wrappedAnew\":[1-9]")
                        .containsPattern("\"newestAlready\":[1-9]");
                assertThat(keys(database, false)).isZero();

                reader.stop.set(true);
                reading.join();
                assertThat(reader.seen).hasSizeGreaterThan(connections.size()).containsOnly(200);
            }

            variables.put("PSA_BRIDGE_FERNET_KEYS", NEW);
            RunningProduct later = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = later.process()) {
                String token = later.admin("acme");
                for (String id : connections) {
                    assertThat(later.get(token, tickets(id)).status()).isEqualTo(200);
                }
            }
        }
    }

    private String connectMany(ConnectWiseSandbox sandbox, Map<String, String> variables)
            throws Exception {
        RunningProduct product = RunningProduct.start(home, sandbox, variables);
        try (BridgeProcess _ = product.process()) {
            String admin = product.admin("acme");
            for (int i = 0; i < 6; i++) {
                connections.add(product.connect(admin, sandbox.demo()));
            }
            return admin;
        }
    }

    private static String tickets(String connection) {
        return "/v1/connections/" + connection + "/tickets?limit=1";
    }

    /** A row that somebody else holds makes the task wait there. */
    private void killInTheMiddle(TestDatabase database, Map<String, String> variables)
            throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "SELECT 1 FROM connection WHERE id = '" + connections.get(3) + "' FOR UPDATE");
            Process task =
                    MaintenanceRun.start(
                            elsewhere, variables, "rewrap", elsewhere.resolve("killed.err"));
            task.getOutputStream().close();
            awaitWaiting(database);
            task.destroyForcibly().waitFor();
            holder.rollback();
        }
    }

    private static void awaitWaiting(TestDatabase database) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (number(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND query LIKE 'UPDATE connection SET wrapped_key%'")
                == 0) {
            assertThat(System.nanoTime()).as("the task never came to the held row").isLessThan(end);
        }
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many keys the new key wrapped, or did not. */
    private static long keys(TestDatabase database, boolean anew) throws SQLException {
        FernetKeyRing ring = FernetKeyRing.of(NEW);
        long count = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT wrapped_key FROM connection UNION ALL"
                                        + " SELECT wrapped_key FROM tenant_key UNION ALL"
                                        + " SELECT wrapped_private_key FROM token_key")) {
            while (rows.next()) {
                count += ring.isNewest(rows.getBytes(1)) == anew ? 1 : 0;
            }
        }
        return count;
    }

    /** Asks for every connection in turn, until it is told to stop. */
    private final class Reader implements Runnable {

        private final RunningProduct product;
        private final String admin;
        private final Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean stop = new AtomicBoolean();

        private Reader(RunningProduct product, String admin) {
            this.product = product;
            this.admin = admin;
        }

        @Override
        public void run() {
            try {
                while (!stop.get()) {
                    for (String id : connections) {
                        seen.add(product.get(admin, tickets(id)).status());
                    }
                }
            } catch (Exception e) {
                seen.add(-1);
            }
        }
    }
}
