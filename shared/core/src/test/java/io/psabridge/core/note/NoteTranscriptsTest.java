package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.Core;
import io.psabridge.core.testing.ScriptedPsa;
import io.psabridge.core.testing.ScriptedPsa.Reply;
import io.psabridge.core.testing.Transcript;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Worker;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a note of unknown outcome is followed by: the exchanges that others wrote, through the whole
 * product.
 */
class NoteTranscriptsTest {

    private static final String TICKET = "48213";

    /** When the notes of the transcripts were sent. */
    private static final Instant RESET_AT = Instant.parse("2026-03-02T14:00:00Z");

    private static final Instant NO_ANSWER_AT = Instant.parse("2026-03-02T12:00:00Z");

    private ScriptedPsa psa;
    private Core core;
    private ConnectionId connection;
    private Duration ahead = Duration.ZERO;

    @BeforeEach
    void start() {
        psa = new ScriptedPsa();
        psa.holds("/service/tickets/" + TICKET, "{\"id\": 48213, \"summary\": \"Printer\"}");
        core = psa.core();
        connection = psa.connect(core, NORTH);
    }

    @AfterEach
    void stop() {
        core.close();
        psa.close();
    }

    @Test
    void errorsResetAfterWrite() throws IOException, InterruptedException {
        Transcript written = sentNow("errors-reset-after-write", RESET_AT);
        psa.answers(written.reply(0), written.reply(1));

        NotePost post = post(written);
        assertThat(post.state()).isEqualTo(NotePostState.UNCERTAIN);
        pass(Duration.ofSeconds(6));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(now(post).psaNote()).isEqualTo(Id.of("90231"));
        assertThat(verbs()).containsExactly("POST", "GET");
    }

    @Test
    void errorsResetBeforeWrite() throws IOException, InterruptedException {
        Transcript written = sentNow("errors-reset-before-write", RESET_AT);
        psa.answers(written.reply(0), written.reply(1), written.reply(1), written.reply(2));

        NotePost post = post(written);
        pass(Duration.ofSeconds(6));
        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);
        pass(Duration.ofSeconds(55));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(now(post).psaNote()).isEqualTo(Id.of("90232"));
        assertThat(verbs()).containsExactly("POST", "GET", "GET", "POST");
    }

    @Test
    void notesLookupAfterUncertainPost() throws IOException, InterruptedException {
        Transcript lookUp = sentNow("notes-lookup-after-uncertain-post", NO_ANSWER_AT);
        psa.answers(Reply.NONE, lookUp.reply(0));

        NotePost post = post(lookUp);
        pass(Duration.ofSeconds(6));

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(now(post).psaNote()).isEqualTo(Id.of("90210"));
        assertThat(verbs()).containsExactly("POST", "GET");
    }

    @Test
    void anEarlierNoteWithTheSameWordsIsNotTakenForIt() throws IOException, InterruptedException {
        Transcript lookUp =
                sentNow("notes-lookup-after-uncertain-post", NO_ANSWER_AT.plusSeconds(10));
        psa.answers(Reply.NONE, lookUp.reply(0));

        NotePost post = post(lookUp);
        pass(Duration.ofSeconds(6));

        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);
    }

    private NotePost post(Transcript transcript) {
        assertThat(transcript.input("ticketId")).isEqualTo(TICKET);
        return core.get(NotePosts.class)
                .post(
                        NORTH,
                        ROBIN,
                        new NoteTarget(connection, Id.of(TICKET), null),
                        NewNote.of(transcript.input("text"), Audience.INTERNAL),
                        Attempt.only());
    }

    private NotePost now(NotePost post) {
        return core.get(NoteArchive.class).get(NORTH, post.id());
    }

    private List<String> verbs() {
        return psa.received().stream().map(it -> it.substring(0, it.indexOf(' '))).toList();
    }

    private void pass(Duration time) throws InterruptedException {
        ahead = ahead.plus(time);
        core.database().moveClock(ahead);
        core.get(Worker.class).runDue();
    }

    /** The transcript, as if its note had been sent now. */
    private static Transcript sentNow(String name, Instant sent) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Transcript.read(name, Duration.between(sent, now));
    }
}
