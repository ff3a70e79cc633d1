package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.PendingWrites;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a note that was not confirmed at once. */
class NoteDeliveryTest {

    private static final String TEXT = "only once please";

    private Core core;
    private ConnectionId connection;
    private Duration ahead = Duration.ZERO;
    private int seeded;

    @BeforeEach
    void start() {
        core = Core.start();
        connection = core.connect(NORTH);
        seeded = core.psa().notes(ticket()).size();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"RESET_AFTER_COMMIT", "HTML_200", "TRUNCATED_JSON", "EMPTY_200"})
    void aNoteWhoseAnswerWasLostIsFoundAndNotSentAgain(StandInFault fault)
            throws InterruptedException {
        core.psa().arrange(fault, Operation.ADD_NOTE);
        NotePost post = post(TEXT);
        assertThat(post.state()).isEqualTo(NotePostState.UNCERTAIN);
        assertThat(waiting()).isEqualTo(1);

        psaIsWellAgain();
        pass(Duration.ofSeconds(10));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(now(post).psaNote()).isNotNull();
        assertThat(held()).containsExactly(TEXT);
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"RESET_BEFORE_COMMIT", "SERVER_ERROR_500", "HTML_502"})
    void aNoteThatNeverArrivedIsSentAgainOnlyOnceItHasSettled(StandInFault fault)
            throws InterruptedException {
        core.psa().arrange(fault, Operation.ADD_NOTE);
        NotePost post = post(TEXT);
        assertThat(post.state()).isEqualTo(NotePostState.UNCERTAIN);
        psaIsWellAgain();

        pass(Duration.ofSeconds(30));
        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);
        assertThat(held()).isEmpty();

        pass(Duration.ofMinutes(3));
        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(now(post).attempts()).isEqualTo(2);
        assertThat(held()).containsExactly(TEXT);
    }

    @Test
    void whatWasRefusedForNowIsSentLater() throws InterruptedException {
        core.psa().arrange(StandInFault.RATE_LIMITED_JSON, Operation.ADD_NOTE);
        NotePost post = post(TEXT);
        assertThat(post.state()).isEqualTo(NotePostState.PENDING);
        assertThat(post.problem()).extracting(PostProblem::code).isEqualTo("psa_rate_limited");

        psaIsWellAgain();
        pass(Duration.ofMinutes(1));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held()).containsExactly(TEXT);
    }

    @Test
    void laterNotesOfATicketWaitForAnEarlierOneAndKeepTheirOrder() throws InterruptedException {
        core.psa().arrange(StandInFault.RESET_BEFORE_COMMIT, Operation.ADD_NOTE);
        post("first");
        psaIsWellAgain();
        NotePost second = post("second");
        NotePost third = post("third");
        assertThat(List.of(second.state(), third.state())).containsOnly(NotePostState.PENDING);

        pass(Duration.ofSeconds(10));
        assertThat(held()).isEmpty();

        pass(Duration.ofMinutes(3));
        assertThat(held()).containsExactly("first", "second", "third");
    }

    @Test
    void twoDeliberateNotesOfTheSameTextStayTwo() throws InterruptedException {
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);
        post(TEXT);
        psaIsWellAgain();
        post(TEXT);

        pass(Duration.ofSeconds(10));

        assertThat(held()).containsExactly(TEXT, TEXT);
    }

    @Test
    void whilePausedItWaitsAndAfterwardsItIsDelivered() throws InterruptedException {
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        core.psa().forget();
        NotePost post = post(TEXT);
        assertThat(post.state()).isEqualTo(NotePostState.PENDING);
        pass(Duration.ofHours(80));
        assertThat(core.psa().received()).isEmpty();

        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
        pass(Duration.ofSeconds(1));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
    }

    @Test
    void seventyTwoHoursOfOutageAreTheEnd() throws InterruptedException {
        core.psa().arrange(StandInFault.RATE_LIMITED_EMPTY, Operation.ADD_NOTE);
        NotePost post = post(TEXT);
        for (int hour = 0; hour < 73; hour++) {
            pass(Duration.ofHours(1));
        }
        pass(Duration.ofHours(1));

        NotePost failed = now(post);
        assertThat(failed.state()).isEqualTo(NotePostState.FAILED);
        assertThat(failed.problem()).extracting(PostProblem::code).isEqualTo("psa_rate_limited");

        psaIsWellAgain();
        core.get(PostControl.class).retry(NORTH, ROBIN, post.id());
        pass(Duration.ofHours(1));
        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
    }

    @Test
    void aRefusalByTheQueueIsSaidAndDoesNotBlock() throws InterruptedException {
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        NotePost refused = post("first");
        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
        core.psa().arrange(StandInFault.FORBIDDEN_403, Operation.ADD_NOTE);
        pass(Duration.ofSeconds(1));

        assertThat(now(refused).state()).isEqualTo(NotePostState.FAILED);
        assertThat(now(refused).problem())
                .extracting(PostProblem::code)
                .isEqualTo("psa_permission_denied");
        psaIsWellAgain();
        assertThat(post("second").state()).isEqualTo(NotePostState.POSTED);
    }

    @Test
    void aNoteThatWasNeverSentCanBeCancelledAndNoOther() {
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        NotePost waiting = post(TEXT);
        PostControl control = core.get(PostControl.class);
        control.cancel(NORTH, ROBIN, waiting.id());

        assertThat(now(waiting).state()).isEqualTo(NotePostState.CANCELLED);
        fails(ProblemCode.CONFLICT, () -> control.cancel(NORTH, ROBIN, waiting.id()));
        fails(ProblemCode.CONFLICT, () -> control.retry(NORTH, ROBIN, waiting.id()));
    }

    @Test
    void deletingTheConnectionEndsWhatIsUnfinished() {
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);
        NotePost uncertain = post("first");
        NotePost pending = post("second");

        core.get(ConnectionService.class).delete(NORTH, ROBIN, connection);

        assertThat(now(uncertain).state()).isEqualTo(NotePostState.FAILED);
        assertThat(now(uncertain).problem())
                .extracting(PostProblem::code)
                .isEqualTo(PostProblem.OUTCOME_UNKNOWN);
        assertThat(now(pending).state()).isEqualTo(NotePostState.CANCELLED);
        assertThat(core.count("SELECT count(*) FROM work")).isZero();
    }

    @Test
    void oneKeyIsOnePostHoweverOftenItIsResumed() {
        Attempt first = new Attempt("k", "01jd0000000000000000000000", false);
        Attempt again = new Attempt("k", first.reservedId(), true);

        NotePost posted = post(TEXT, first);
        NotePost resumed = post(TEXT, again);

        assertThat(resumed.id()).isEqualTo(posted.id());
        assertThat(held()).containsExactly(TEXT);
    }

    private void psaIsWellAgain() {
        core.psa().heal();
    }

    private void pass(Duration time) throws InterruptedException {
        ahead = ahead.plus(time);
        core.database().moveClock(ahead);
        core.get(Worker.class).runDue();
    }

    private int waiting() {
        return core.get(PendingWrites.class)
                .count(NORTH, List.of(connection))
                .getOrDefault(connection, 0);
    }

    private List<String> held() {
        return core.psa().notes(ticket()).stream().skip(seeded).map(StoredNote::text).toList();
    }

    private NotePost now(NotePost post) {
        return core.get(NoteArchive.class).get(NORTH, post.id());
    }

    private NotePost post(String text) {
        return post(text, Attempt.only());
    }

    private NotePost post(String text, Attempt attempt) {
        return core.get(NotePosts.class)
                .post(
                        NORTH,
                        ROBIN,
                        new NoteTarget(connection, ticket(), null),
                        NewNote.of(text, Audience.INTERNAL),
                        attempt);
    }

    private Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
