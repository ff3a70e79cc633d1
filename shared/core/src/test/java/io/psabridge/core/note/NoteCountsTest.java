package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.metrics.Count;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.Label;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.NewNote;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of notes, in numbers. */
class NoteCountsTest {

    private Core core;
    private ConnectionId connection;

    @BeforeEach
    void start() {
        core = Core.start();
        connection = core.connect(NORTH);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void aNoteThatIsPostedAndOneThatIsRefused() {
        post();
        core.psa().arrange(StandInFault.FORBIDDEN_403, Operation.ADD_NOTE);
        fails(ProblemCode.PSA_PERMISSION_DENIED, this::post);

        assertThat(counted())
                .isEqualTo(
                        Map.of(
                                "psa_bridge_note_attempts memory posted", 1L,
                                "psa_bridge_note_attempts memory refused", 1L,
                                "psa_bridge_notes_ended posted", 1L));
    }

    @Test
    void aNoteWhoseAnswerWasLostAndIsFound() throws InterruptedException {
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);
        post();
        core.psa().heal();
        core.database().moveClock(Duration.ofSeconds(10));
        core.get(Worker.class).runDue();

        assertThat(counted())
                .isEqualTo(
                        Map.of(
                                "psa_bridge_note_attempts memory uncertain", 1L,
                                "psa_bridge_note_lookups memory found", 1L,
                                "psa_bridge_notes_ended posted", 1L,
                                "psa_bridge_work_runs notes done", 1L));
    }

    @Test
    void aNoteThatNeverArrivedIsMissingAndSentAgain() throws InterruptedException {
        core.psa().arrange(StandInFault.RESET_BEFORE_COMMIT, Operation.ADD_NOTE);
        post();
        core.psa().heal();
        core.database().moveClock(Duration.ofSeconds(10));
        core.get(Worker.class).runDue();
        core.database().moveClock(Duration.ofMinutes(3));
        core.get(Worker.class).runDue();

        assertThat(counted())
                .containsEntry("psa_bridge_note_lookups memory doubtful", 1L)
                .containsEntry("psa_bridge_note_lookups memory missing", 1L)
                .containsEntry("psa_bridge_note_attempts memory posted", 1L)
                .containsEntry("psa_bridge_notes_ended posted", 1L);
    }

    @Test
    void aNoteThatIsTakenBackAndOneThatTheQueueGivesUp() throws InterruptedException {
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        NotePost first = post();
        post();
        core.get(PostControl.class).cancel(NORTH, ROBIN, first.id());
        core.psa().arrange(StandInFault.FORBIDDEN_403, Operation.ADD_NOTE);
        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
        core.database().moveClock(Duration.ofSeconds(1));
        core.get(Worker.class).runDue();

        assertThat(counted())
                .containsEntry("psa_bridge_notes_ended cancelled", 1L)
                .containsEntry("psa_bridge_notes_ended failed", 1L)
                .containsEntry("psa_bridge_note_attempts memory refused", 1L);
    }

    /** By name and the labels' values. */
    private Map<String, Long> counted() {
        Map<String, Long> counted = new HashMap<>();
        core.get(Counts.class).all().forEach((count, times) -> counted.put(text(count), times));
        return counted;
    }

    private static String text(Count count) {
        return count.labels().stream()
                .map(Label::value)
                .collect(Collectors.joining(" ", count.name() + " ", ""));
    }

    private NotePost post() {
        return core.get(NotePosts.class)
                .post(
                        NORTH,
                        ROBIN,
                        new NoteTarget(connection, core.psa().world().ticket(), null),
                        NewNote.of("counted", Audience.INTERNAL),
                        Attempt.only());
    }
}
