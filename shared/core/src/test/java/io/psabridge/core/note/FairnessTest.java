package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.SandboxDesk;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One PSA answers nothing at all while the notes of twenty others wait. */
class FairnessTest {

    private static final int OTHERS = 20;
    private static final long FIRST_TICKET = 48_300;
    private static final int TICKETS = 4;

    private static final Map<String, String> BUDGET = Map.of("PSA_REQUEST_BUDGET_MS", "5000");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SandboxDesk desk;

    @BeforeEach
    void open() {
        desk = SandboxDesk.open(BUDGET);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aConnectionThatHangsKeepsNoOtherWaiting() throws InterruptedException {
        Waiting hanging = waiting(new TenantId("hanging"));
        List<Waiting> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(waiting(new TenantId("other" + i)));
        }
        desk.psa().order(Fault.of("no-answer").onCompany(hanging.company.id()).forever());

        hanging.resume();
        Worker worker = desk.core().get(Worker.class);
        worker.startDue();
        until(hanging::isOnTheWay);
        others.forEach(Waiting::resume);
        until(() -> {
            worker.startDue();
            return others.stream().noneMatch(Waiting::hasUnfinished);
        });

        assertThat(others).allMatch(other -> !other.hasUnfinished());
        assertThat(others).allSatisfy(other -> assertThat(other.arrived()).isEqualTo(TICKETS));
        assertThat(hanging.arrived()).isZero();
        assertThat(hanging.hasUnfinished()).isTrue();
        assertThat(others.getFirst().post("while it hangs").state())
                .isEqualTo(NotePostState.POSTED);
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private Waiting waiting(TenantId tenant) {
        SandboxCompany company = desk.psa().newCompany(World.FULL);
        ConnectionId connection = desk.connect(tenant, company);
        Waiting waiting = new Waiting(tenant, company, connection);
        desk.core().get(ConnectionService.class).pause(tenant, ROBIN, connection);
        for (int i = 0; i < TICKETS; i++) {
            desk.post(tenant, connection, FIRST_TICKET + i, waiting.text());
        }
        return waiting;
    }

    /** A tenant whose notes wait until its connection is resumed. */
    private final class Waiting {
        final TenantId tenant;
        final SandboxCompany company;
        final ConnectionId connection;

        Waiting(TenantId tenant, SandboxCompany company, ConnectionId connection) {
            this.tenant = tenant;
            this.company = company;
            this.connection = connection;
        }

        String text() {
            return "Of " + tenant.value();
        }

        void resume() {
            desk.core().get(ConnectionService.class).resume(tenant, ROBIN, connection);
        }

        NotePost post(String text) {
            return desk.post(tenant, connection, FIRST_TICKET, text);
        }

        boolean hasUnfinished() {
            return posts("'pending', 'posting', 'uncertain'") > 0;
        }

        boolean isOnTheWay() {
            return posts("'posting'") > 0;
        }

        private long posts(String states) {
            return desk.core()
                    .count(
                            "SELECT count(*) FROM note_post WHERE tenant_id = '"
                                    + tenant.value()
                                    + "' AND state IN ("
                                    + states
                                    + ")");
        }

        long arrived() {
            return company.records("service/notes").stream()
                    .filter(note -> text().equals(note.get("text")))
                    .count();
        }
    }
}
