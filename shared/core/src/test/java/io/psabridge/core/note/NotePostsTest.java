package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotePostsTest {

    private static final String TEXT = "canary-note Grüße 日本 🎉";
    private static final NotePostFilter ALL = new NotePostFilter(null, null, null);
    private static final PageRequest PAGE = PageRequest.first(50);

    private static Core core;
    private static NotePosts notes;
    private static NoteArchive archive;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        notes = core.get(NotePosts.class);
        archive = core.get(NoteArchive.class);
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
        NotePost post = post(NORTH, target(), NewNote.of(TEXT, Audience.INTERNAL));

        List<StoredNote> held = core.psa().notes(ticket());
        assertThat(held).filteredOn(note -> note.text().equals(TEXT)).hasSize(1);
        assertThat(archive.get(NORTH, post.id()))
                .usingRecursiveComparison()
                .ignoringFields("createdAt", "postedAt")
                .isEqualTo(post);
        assertThat(archive.list(NORTH, ALL, PAGE).items())
                .extracting(NotePost::id)
                .contains(post.id());
    }

    @Test
    void itsTextIsNowhereInTheDatabaseInClear() {
        post(NORTH, target(), NewNote.of(TEXT, Audience.INTERNAL));

        assertThat(
                        core.count(
                                "SELECT count(*) FROM note_post p WHERE p::text LIKE '%canary-note%'"
                                        + " OR position('canary-note'::bytea IN sealed_text) > 0"))
                .isZero();
    }

    @Test
    void anotherTenantFindsNothing() {
        NotePost post = post(NORTH, target(), NewNote.of(TEXT, Audience.INTERNAL));

        fails(ProblemCode.NOT_FOUND, () -> archive.get(SOUTH, post.id()));
        fails(
                ProblemCode.NOT_FOUND,
                () -> post(SOUTH, target(), NewNote.of("x", Audience.INTERNAL)));
        fails(ProblemCode.NOT_FOUND, () -> archive.onTicket(SOUTH, target(), PAGE));
        assertThat(archive.list(SOUTH, ALL, PAGE).items()).isEmpty();
    }

    @Test
    void aMissingRightIsSaidAndNothingIsKept() {
        core.psa().arrange(StandInFault.FORBIDDEN_403, Operation.ADD_NOTE);
        long kept = core.count("SELECT count(*) FROM note_post");

        fails(
                ProblemCode.PSA_PERMISSION_DENIED,
                () -> post(NORTH, target(), NewNote.of("x", Audience.INTERNAL)));

        assertThat(core.count("SELECT count(*) FROM note_post")).isEqualTo(kept);
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        core.psa().forget();
        String longest = "🎉".repeat(core.provider().limits().noteText());

        fails(
                ProblemCode.INVALID_REQUEST,
                () -> post(NORTH, target(), NewNote.of(longest + "x", Audience.INTERNAL)));
        assertThat(core.psa().received()).isEmpty();

        assertThat(post(NORTH, target(), NewNote.of(longest, Audience.INTERNAL)).text())
                .isEqualTo(longest);
    }

    @Test
    void aTicketThatIsNotThereIsNotFound() {
        NoteTarget nowhere = new NoteTarget(connection, Id.of("999999"), null);

        fails(
                ProblemCode.NOT_FOUND,
                () -> post(NORTH, nowhere, NewNote.of("x", Audience.INTERNAL)));
    }

    private static NotePost post(TenantId tenant, NoteTarget target, NewNote note) {
        return notes.post(tenant, ROBIN, target, note, Attempt.only());
    }

    private static NoteTarget target() {
        return new NoteTarget(connection, ticket(), null);
    }

    private static Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
