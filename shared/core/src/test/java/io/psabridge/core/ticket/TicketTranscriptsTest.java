package io.psabridge.core.ticket;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.Core;
import io.psabridge.core.testing.ScriptedPsa;
import io.psabridge.core.testing.ScriptedPsa.Reply;
import io.psabridge.core.testing.Transcript;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.NewTicket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a create of unknown outcome is followed by: the exchanges that others wrote, through the
 * whole product.
 */
class TicketTranscriptsTest {

    private static final String DEDUPE_KEY = "order-77";
    private static final Duration SETTLED_AFTER_500 = Duration.ofSeconds(21);
    private static final Duration SETTLED_WITHOUT_ANSWER = Duration.ofSeconds(61);

    /** When the tickets of the transcripts were entered. */
    private static final Instant THEN = Instant.parse("2026-03-01T16:40:00Z");

    private static ScriptedPsa psa;
    private static Core core;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        psa = new ScriptedPsa();
        core = psa.core();
        connection = psa.connect(core, NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
        psa.close();
    }

    @BeforeEach
    void atTheTimeOfTheTranscripts() {
        core.database().execute("DELETE FROM ticket_create");
        moveClockTo(THEN);
    }

    @Test
    void ticketsCreateLookupByMarkerAfterErrors500OnWrite() throws IOException {
        String marker = Marker.of(NORTH, connection, DEDUPE_KEY).value();
        psa.answers(reply("errors-500-on-write"), marked("tickets-create-lookup-by-marker"));

        Problem failed = fails(ProblemCode.PSA_UNAVAILABLE, TicketTranscriptsTest::create);
        moveClockTo(THEN.plus(SETTLED_AFTER_500));
        CreatedTicket found = create();

        assertThat(failed.retryable()).isTrue();
        assertThat(found.ticket().value().id().value()).isEqualTo("48261");
        assertThat(found.deduplicated()).isTrue();
        assertThat(psa.received()).hasSize(2);
        assertThat(psa.received().getFirst())
                .startsWith("POST ")
                .contains("\"externalXRef\":\"" + marker + "\"");
        assertThat(psa.received().getLast())
                .startsWith("GET ")
                .contains("externalXRef=\"" + marker + "\"");
    }

    @Test
    void aResetAfterTheWriteIsFoundWithoutWaiting() throws IOException {
        psa.answers(Reply.NONE, marked("tickets-create-lookup-by-marker"));

        Problem failed = fails(ProblemCode.PSA_UNAVAILABLE, TicketTranscriptsTest::create);

        assertThat(failed.retryable()).isTrue();
        assertThat(create().deduplicated()).isTrue();
        assertThat(psa.received()).filteredOn(it -> it.startsWith("POST")).hasSize(1);
    }

    @Test
    void aResetBeforeTheWriteIsSentAgainOnceSettled() throws IOException {
        psa.answers(Reply.NONE, new Reply(200, "[]"), new Reply(200, "[]"), made());
        fails(ProblemCode.PSA_UNAVAILABLE, TicketTranscriptsTest::create);

        Problem early = fails(ProblemCode.PSA_TIMEOUT, TicketTranscriptsTest::create);
        moveClockTo(THEN.plus(SETTLED_WITHOUT_ANSWER));
        CreatedTicket made = create();

        assertThat(early.retryAfter()).isPresent();
        assertThat(made.deduplicated()).isFalse();
        assertThat(psa.received())
                .extracting(it -> it.substring(0, it.indexOf(' ')))
                .containsExactly("POST", "GET", "GET", "POST");
    }

    @Test
    void aTicketOfLongAgoIsNotTheOneThatWasJustSent() throws IOException {
        moveClockTo(THEN.plus(Duration.ofHours(1)));
        psa.answers(Reply.NONE, marked("tickets-create-lookup-by-marker"));
        fails(ProblemCode.PSA_UNAVAILABLE, TicketTranscriptsTest::create);

        fails(ProblemCode.PSA_TIMEOUT, TicketTranscriptsTest::create);
    }

    private static CreatedTicket create() {
        return core.get(TicketService.class)
                .create(
                        NORTH,
                        ROBIN,
                        connection,
                        NewTicket.of("Kettle in room 4 will not boil", "250"),
                        DEDUPE_KEY,
                        Attempt.only());
    }

    private static void moveClockTo(Instant moment) {
        core.database().moveClock(Duration.between(Instant.now(), moment));
    }

    /** The answer to the transcript's only request. */
    private static Reply reply(String transcript) throws IOException {
        return Transcript.read(transcript).reply(0);
    }

    /** With the marker that is ours in place of the file's. */
    private static Reply marked(String transcript) throws IOException {
        Reply shown = reply(transcript);
        return new Reply(
                shown.status(),
                shown.body()
                        .replaceAll(
                                "pb1-[0-9a-f]+", Marker.of(NORTH, connection, DEDUPE_KEY).value()));
    }

    private static Reply made() throws IOException {
        String list = marked("tickets-create-lookup-by-marker").body();
        String ticket =
                list.substring(1, list.length() - 1)
                        .replaceFirst(
                                "\"summary\":\"[^\"]*\"",
                                "\"summary\":\"Kettle in room 4 will not boil\"");
        return new Reply(201, ticket);
    }
}
