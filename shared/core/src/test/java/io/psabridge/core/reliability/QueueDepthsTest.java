package io.psabridge.core.reliability;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.QueueDepth;
import io.psabridge.platform.queue.QueueDepths;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How much work there is, of all tenants. */
class QueueDepthsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Test
    void saysWhatIsDueWhatWaitsAndWhatIsHeld() {
        try (Core core = Core.start()) {
            assertThat(depths(core)).isEmpty();
            ConnectionId north = core.connect(NORTH);
            ConnectionId south = core.connect(SOUTH);
            add(core, NORTH, north, "due");
            add(core, SOUTH, south, "due");
            hold(core, NORTH, north, "held");
            Work later = hold(core, SOUTH, south, "later");
            core.get(TenantTransactions.class)
                    .run(
                            SOUTH,
                            () ->
                                    core.get(WorkRepository.class)
                                            .postpone(SOUTH, later, Duration.ofHours(1)));

            List<QueueDepth> now = depths(core);
            assertThat(now).hasSize(1);
            assertThat(now.getFirst())
                    .usingRecursiveComparison()
                    .ignoringFields("oldestDueSeconds")
                    .isEqualTo(new QueueDepth("notes", 2, 1, 1, 0));

            core.database().moveClock(Duration.ofMinutes(10));
            QueueDepth afterTheLease = depths(core).getFirst();
            assertThat(afterTheLease.due()).isEqualTo(3);
            assertThat(afterTheLease.leased()).isZero();
            assertThat(afterTheLease.oldestDueSeconds()).isCloseTo(600, Offset.offset(60.0));
        }
    }

    /** Of notes; being connected makes other work. */
    private static List<QueueDepth> depths(Core core) {
        return core.get(QueueDepths.class).now().stream()
                .filter(depth -> depth.kind().equals("notes"))
                .toList();
    }

    private static void add(Core core, TenantId tenant, ConnectionId connection, String subject) {
        core.get(TenantTransactions.class)
                .run(
                        tenant,
                        () ->
                                core.get(WorkRepository.class)
                                        .add(tenant, connection.value(), "notes", subject));
    }

    private static Work hold(Core core, TenantId tenant, ConnectionId connection, String subject) {
        return core.get(TenantTransactions.class)
                .in(
                        tenant,
                        () ->
                                core.get(WorkRepository.class)
                                        .addClaimed(
                                                tenant, connection.value(), "notes", subject, LEASE)
                                        .orElseThrow());
    }
}
