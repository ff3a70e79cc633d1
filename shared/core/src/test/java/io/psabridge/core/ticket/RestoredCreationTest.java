package io.psabridge.core.ticket;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that were made once, and of which a restored backup knows nothing. */
class RestoredCreationTest {

    private static final String KEY = "order-77";

    private static Core core;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
        core.database().moveClock(Duration.ZERO);
        core.database().execute("DELETE FROM ticket_create; DELETE FROM restored");
    }

    @Test
    void anOpenTicketIsFoundByTheKeyThatItWasMadeWithAndOnlyOnceLookedFor() {
        CreatedTicket before = create(KEY);
        restored();

        CreatedTicket after = create(KEY);
        core.psa().forget();
        CreatedTicket again = create(KEY);

        assertThat(id(after)).isEqualTo(id(before));
        assertThat(after.deduplicated()).isTrue();
        assertThat(id(again)).isEqualTo(id(before));
        assertThat(lookUps()).isZero();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstWas() {
        CreatedTicket before = create(null, attempt());
        restored();

        CreatedTicket after = create(null, attempt());

        assertThat(id(after)).isEqualTo(id(before));
        assertThat(after.deduplicated()).isFalse();
    }

    @Test
    void aKeyThatStandsForNothingMakesATicketAfterOneLook() {
        restored();
        core.psa().forget();

        CreatedTicket made = create(KEY);

        assertThat(made.deduplicated()).isFalse();
        assertThat(lookUps()).isEqualTo(1);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aTicketThatTheBackupKnowsAsTheFormerOneIsNotTheLastWord() {
        Id<Ticket> first = id(create(KEY));
        close(first);
        String backup = "CREATE TABLE backup AS SELECT * FROM ticket_create";
        core.database().execute(backup);
        Id<Ticket> second = id(create(KEY));
        core.database()
                .execute(
                        "DELETE FROM ticket_create;"
                                + " INSERT INTO ticket_create SELECT * FROM backup; DROP TABLE backup");
        core.get(TenantTasks.class).afterRestore();

        assertThat(id(create(KEY))).isEqualTo(second);
    }

    @Test
    void aClosedTicketFreesItsKeyAlsoThen() {
        Id<Ticket> before = id(create(KEY));
        close(before);
        restored();

        assertThat(id(create(KEY))).isNotEqualTo(before);
    }

    @Test
    void whileThePsaDoesNotAnswerNothingIsSent() {
        create(KEY);
        restored();
        core.psa().forget();
        core.psa().arrange(StandInFault.HTML_503, Operation.LIST_TICKETS);

        fails(ProblemCode.PSA_UNAVAILABLE, () -> create(KEY));

        assertThat(writes()).isZero();
        // a fault that does no harm takes the place of the one that does
        core.psa().arrange(StandInFault.UNKNOWN_MEMBERS, Operation.LIST_TICKETS);
        assertThat(create(KEY).deduplicated()).isTrue();
    }

    @Test
    void nothingIsLookedForWhereNoBackupWasRestored() {
        core.psa().forget();

        create(KEY);
        create(null, attempt());

        assertThat(lookUps()).isZero();
    }

    @Test
    void nothingIsLookedForOnAConnectionThatIsYoungerThanTheRestore() {
        restored();
        ConnectionId younger = core.connect(NORTH);
        core.psa().forget();

        create(younger, KEY, Attempt.only());

        assertThat(lookUps()).isZero();
    }

    @Test
    void anIdempotencyKeyIsForgottenADayAfterTheRestore() {
        restored();
        core.database().moveClock(Duration.ofHours(25));
        core.psa().forget();

        create(null, attempt());

        assertThat(lookUps()).isZero();
    }

    /** As a backup is that was made before any ticket. */
    private static void restored() {
        core.database().execute("DELETE FROM ticket_create");
        assertThat(core.get(TenantTasks.class).afterRestore()).containsEntry("ticketCreates", 1);
    }

    private static CreatedTicket create(@Nullable String dedupeKey) {
        return create(connection, dedupeKey, Attempt.only());
    }

    private static CreatedTicket create(@Nullable String dedupeKey, Attempt attempt) {
        return create(connection, dedupeKey, attempt);
    }

    private static CreatedTicket create(
            ConnectionId on, @Nullable String dedupeKey, Attempt attempt) {
        NewTicket wanted =
                NewTicket.of("Kettle will not boil", core.psa().world().company().value())
                        .with(TicketField.BOARD, core.psa().world().board().value());
        return core.get(TicketService.class).create(NORTH, ROBIN, on, wanted, dedupeKey, attempt);
    }

    /** Whose idempotency key the backup does not know either. */
    private static Attempt attempt() {
        return new Attempt("k1", Attempt.only().reservedId(), false);
    }

    private static Id<Ticket> id(CreatedTicket created) {
        return created.ticket().value().id();
    }

    private static void close(Id<Ticket> ticket) {
        core.psa()
                .editTicket(ticket, TicketField.STATUS, core.psa().world().closedByFlag().value());
    }

    private static long writes() {
        return core.psa().received().stream().filter(Received::write).count();
    }

    private static long lookUps() {
        return core.psa().received().stream()
                .filter(it -> it.request().contains("pb1-"))
                .filter(it -> !it.write())
                .count();
    }
}
