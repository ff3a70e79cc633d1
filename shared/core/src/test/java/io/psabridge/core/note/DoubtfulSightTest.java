package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.SandboxDesk;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PSA that cannot be looked into, looks back late, or lives in another time. */
class DoubtfulSightTest {

    private static final String NOTES = "/service/tickets/*/notes";
    private static final long TICKET = 48_300;
    private static final String TEXT = "only once please";

    private SandboxDesk desk;
    private SandboxCompany company;
    private ConnectionId connection;

    @BeforeEach
    void open() {
        desk = SandboxDesk.open(Map.of());
        company = desk.psa().demo();
        connection = desk.connect(NORTH, company);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"403", "404", "empty"})
    void aRoleThatMayNotReadNotesIsNeverTakenForAMissingNote(String shownAs)
            throws InterruptedException {
        company.set(Switch.MISSING_INQUIRE, shownAs);
        desk.psa().order(Fault.of("reset-after-commit").on("POST", NOTES));
        NotePost post = post();
        company.allow(RoleItem.SERVICE_TICKETS, Action.INQUIRE, Level.NONE);

        for (int hour = 0; hour < 80; hour++) {
            desk.pass(Duration.ofHours(1));
        }

        assertThat(held()).isEqualTo(1);
        assertThat(now(post).attempts()).isEqualTo(1);
        assertThat(now(post).state()).isEqualTo(NotePostState.FAILED);
        assertThat(now(post).problem())
                .extracting(PostProblem::code)
                .isEqualTo(PostProblem.OUTCOME_UNKNOWN);
    }

    @Test
    void aListThatKnowsANoteLateDoublesNothing() throws InterruptedException {
        desk.psa().order(Fault.of("reset-after-commit").on("POST", NOTES));
        NotePost post = post();
        desk.psa().order(Fault.of("hide-newest").on("GET", NOTES).forever());
        desk.pass(Duration.ofSeconds(10));
        desk.pass(Duration.ofSeconds(35));
        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);

        desk.psa().faults().clear();
        desk.pass(Duration.ofSeconds(30));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void aClockThatIsTenMinutesOffDoublesNothing(int minutes) throws InterruptedException {
        desk.psa().clock().advance(Duration.ofMinutes(minutes));
        desk.psa().order(Fault.of("reset-after-commit").on("POST", NOTES));
        NotePost post = post();

        desk.pass(Duration.ofSeconds(10));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 10})
    void aNoteFromBeforeTheAttemptIsNotTakenForItWhateverTheClockShows(int minutes)
            throws InterruptedException {
        desk.psa().clock().advance(Duration.ofMinutes(minutes));
        desk.post(NORTH, connection, TICKET, TEXT);
        desk.core().database().execute("DELETE FROM note_post");
        desk.pass(Duration.ofMinutes(3));
        desk.psa().order(Fault.of("reset-before-commit").on("POST", NOTES));
        NotePost post = post();

        desk.pass(Duration.ofSeconds(10));
        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);
        desk.pass(Duration.ofMinutes(2));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held()).isEqualTo(2);
    }

    private NotePost post() {
        return desk.post(NORTH, connection, TICKET, TEXT);
    }

    private NotePost now(NotePost post) {
        return desk.now(NORTH, post);
    }

    private long held() {
        return SandboxDesk.texts(company, TICKET).stream().filter(TEXT::equals).count();
    }
}
