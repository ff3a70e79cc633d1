package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.spi.Audience;
import io.psabridge.spi.NewNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A connection is resumed while its notes are worked on. */
class ResumingTest {

    private static final String GIVE_BACK =
            "UPDATE work SET leased_until = NULL WHERE tenant_id = 'north'";

    @Test
    void resumingWaitsForADeliveryButNoDeliveryWaitsForIt() throws SQLException {
        try (Core core = Core.start()) {
            ConnectionId connection = core.connect(NORTH);
            core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
            core.get(NotePosts.class)
                    .post(
                            NORTH,
                            ROBIN,
                            new NoteTarget(connection, core.psa().world().ticket(), null),
                            NewNote.of("waits", Audience.INTERNAL),
                            Attempt.only());

            try (Connection delivery = core.database().connect()) {
                delivery.setAutoCommit(false);
                delivery.createStatement().execute(GIVE_BACK);
                CompletableFuture<?> resumed =
                        CompletableFuture.supplyAsync(() ->
                                core.get(ConnectionService.class).resume(NORTH, ROBIN, connection));
                awaitSomebodyWaiting(core);
                // the second change of a row checks its foreign key
                delivery.createStatement().execute(GIVE_BACK);
                delivery.commit();
                resumed.join();
            }

            assertThat(core.get(ConnectionService.class).get(NORTH, connection).paused()).isFalse();
        }
    }

    private static void awaitSomebodyWaiting(Core core) {
        while (core.count(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock'")
                == 0) {
            Thread.onSpinWait();
        }
    }
}
