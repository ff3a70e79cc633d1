package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.Operation;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotePostsTest {

    private static final String TEXT = "canary-note Grüße 日本 🎉";
    private static final NotePostFilter ALL = new NotePostFilter(null, null);
    private static final PageRequest PAGE = PageRequest.first(50);

    private static Core core;
    private static NotePosts notes;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        notes = core.get(NotePosts.class);
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
    }

    @Test
    void aNoteIsInThePsaOnceAndCanBeReadBack() {
        NotePost post = notes.post(NORTH, ROBIN, target(), NewNote.of(TEXT, Audience.INTERNAL));

        List<StoredNote> held = core.psa().notes(ticket());
        assertThat(held).filteredOn(note -> note.text().equals(TEXT)).hasSize(1);
        assertThat(notes.get(NORTH, post.id()))
                .usingRecursiveComparison()
                .ignoringFields("createdAt", "postedAt")
                .isEqualTo(post);
        assertThat(notes.list(NORTH, ALL, PAGE).items())
                .extracting(NotePost::id)
                .contains(post.id());
    }

    @Test
    void itsTextIsNowhereInTheDatabaseInClear() {
        notes.post(NORTH, ROBIN, target(), NewNote.of(TEXT, Audience.INTERNAL));

        assertThat(
                        core.count(
                                "SELECT count(*) FROM note_post p WHERE p::text LIKE '%canary-note%'"
                                        + " OR position('canary-note'::bytea IN sealed_text) > 0"))
                .isZero();
    }

    @Test
    void anotherTenantFindsNothing() {
        NotePost post = notes.post(NORTH, ROBIN, target(), NewNote.of(TEXT, Audience.INTERNAL));

        fails(ProblemCode.NOT_FOUND, () -> notes.get(SOUTH, post.id()));
        fails(
                ProblemCode.NOT_FOUND,
                () -> notes.post(SOUTH, ROBIN, target(), NewNote.of("x", Audience.INTERNAL)));
        fails(ProblemCode.NOT_FOUND, () -> notes.onTicket(SOUTH, target(), PAGE));
        assertThat(notes.list(SOUTH, ALL, PAGE).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {
                "RESET_AFTER_COMMIT",
                "NO_ANSWER",
                "SERVER_ERROR_500",
                "HTML_200",
                "TRUNCATED_JSON"
            })
    void anUnknownOutcomeIsSaidSoAndNeverSentAgain(StandInFault fault) {
        core.psa().arrange(fault, Operation.ADD_NOTE);
        long kept = core.count("SELECT count(*) FROM note_post");

        Problem problem =
                fails(
                        ProblemCode.PSA_TIMEOUT,
                        () ->
                                notes.post(
                                        NORTH,
                                        ROBIN,
                                        target(),
                                        NewNote.of("only once", Audience.INTERNAL)));

        assertThat(problem.retryable()).isFalse();
        assertThat(problem.fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("Look in the PSA"));
        assertThat(core.psa().received()).filteredOn(Received::write).hasSize(1);
        assertThat(core.count("SELECT count(*) FROM note_post")).isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"RATE_LIMITED_JSON", "RATE_LIMITED_HTML"})
    void whenNothingHappenedItMayBeSentAgain(StandInFault fault) {
        core.psa().arrange(fault, Operation.ADD_NOTE);

        Problem problem =
                fails(
                        ProblemCode.PSA_RATE_LIMITED,
                        () ->
                                notes.post(
                                        NORTH,
                                        ROBIN,
                                        target(),
                                        NewNote.of("never", Audience.INTERNAL)));

        assertThat(problem.retryable()).isTrue();
        assertThat(core.psa().notes(ticket())).noneMatch(note -> note.text().equals("never"));
    }

    @Test
    void aMissingRightIsSaidAndNothingIsKept() {
        core.psa().arrange(StandInFault.FORBIDDEN_403, Operation.ADD_NOTE);
        long kept = core.count("SELECT count(*) FROM note_post");

        fails(
                ProblemCode.PSA_PERMISSION_DENIED,
                () -> notes.post(NORTH, ROBIN, target(), NewNote.of("x", Audience.INTERNAL)));

        assertThat(core.count("SELECT count(*) FROM note_post")).isEqualTo(kept);
    }

    @Test
    void aPausedConnectionSendsNothing() {
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        core.psa().forget();

        fails(
                ProblemCode.CONNECTION_PAUSED,
                () -> notes.post(NORTH, ROBIN, target(), NewNote.of("x", Audience.INTERNAL)));

        assertThat(core.psa().received()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        core.psa().forget();
        String longest = "🎉".repeat(core.provider().limits().noteText());

        fails(
                ProblemCode.INVALID_REQUEST,
                () ->
                        notes.post(
                                NORTH,
                                ROBIN,
                                target(),
                                NewNote.of(longest + "x", Audience.INTERNAL)));
        assertThat(core.psa().received()).isEmpty();

        assertThat(
                        notes.post(NORTH, ROBIN, target(), NewNote.of(longest, Audience.INTERNAL))
                                .text())
                .isEqualTo(longest);
    }

    @Test
    void aTicketThatIsNotThereIsNotFound() {
        NoteTarget nowhere = new NoteTarget(connection, Id.of("999999"), null);

        fails(
                ProblemCode.NOT_FOUND,
                () -> notes.post(NORTH, ROBIN, nowhere, NewNote.of("x", Audience.INTERNAL)));
    }

    private static NoteTarget target() {
        return new NoteTarget(connection, ticket(), null);
    }

    private static Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
