package io.psabridge.core.callback;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.link.LinkId;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes that nobody told us of are found all the same. */
class TicketSweepTest {

    private static final Map<String, String> UNREACHABLE =
            Map.of("PSA_BRIDGE_PUBLIC_URL", "http://127.0.0.1:8080");
    private static final Duration FIVE_MINUTES = Duration.ofSeconds(301);
    private static final Duration AN_HOUR = Duration.ofSeconds(3_601);

    @Test
    void whereThePsaDoesNotTellAChangeIsSeenWithinMinutes() throws InterruptedException {
        try (ToldCore told = ToldCore.start(UNREACHABLE)) {
            LinkId link = told.link(told.connect(), told.ticket());
            told.core().psa().editTicket(told.ticket(), TicketField.SUMMARY, "Seen late");

            told.pass(FIVE_MINUTES);

            assertThat(told.shown(link).summary()).isEqualTo("Seen late");
        }
    }

    @Test
    void whereThePsaTellsAMissedMessageIsMadeUpForWithinTheHour() throws InterruptedException {
        try (ToldCore told = ToldCore.start()) {
            LinkId link = told.link(told.connect(), told.ticket());
            told.pass(FIVE_MINUTES);
            told.core().psa().editTicket(told.ticket(), TicketField.SUMMARY, "Missed");
            told.core().psa().forget();
            told.pass(FIVE_MINUTES);
            assertThat(told.core().psa().received()).isEmpty();

            told.pass(AN_HOUR);

            assertThat(told.shown(link).summary()).isEqualTo("Missed");
        }
    }

    @Test
    void withoutALinkNothingIsAsked() throws InterruptedException {
        try (ToldCore told = ToldCore.start(UNREACHABLE)) {
            told.connect();
            told.core().psa().forget();

            told.pass(FIVE_MINUTES);
            told.pass(AN_HOUR);

            assertThat(told.core().psa().received()).isEmpty();
        }
    }

    @Test
    void whilePausedNothingIsAskedAndAfterwardsAllIsSeen() throws InterruptedException {
        try (ToldCore told = ToldCore.start(UNREACHABLE)) {
            ConnectionId connection = told.connect();
            LinkId link = told.link(connection, told.ticket());
            told.core().psa().editTicket(told.ticket(), TicketField.SUMMARY, "Changed meanwhile");
            ConnectionService service = told.core().get(ConnectionService.class);
            service.pause(NORTH, ROBIN, connection);
            told.core().psa().forget();
            told.pass(AN_HOUR);
            assertThat(told.core().psa().received()).isEmpty();

            service.resume(NORTH, ROBIN, connection);
            told.work();

            assertThat(told.shown(link).summary()).isEqualTo("Changed meanwhile");
        }
    }

    @Test
    void manyChangesAreReadInPiecesAndNoneIsLeftOut() throws InterruptedException {
        try (ToldCore told = ToldCore.start(UNREACHABLE)) {
            ConnectionId connection = told.connect();
            List<Id<Ticket>> tickets = new ArrayList<>();
            for (int i = 0; i < 1_300; i++) {
                tickets.add(
                        told.core()
                                .psa()
                                .addTicket(
                                        "Ticket " + i,
                                        told.core().psa().world().board(),
                                        told.core().psa().world().company()));
            }
            LinkId oldest = told.link(connection, tickets.getFirst());
            LinkId newest = told.link(connection, tickets.getLast());
            for (Id<Ticket> one : List.of(tickets.getFirst(), tickets.getLast())) {
                told.core().psa().editTicket(one, TicketField.SUMMARY, "All of them");
            }
            told.core().psa().forget();

            told.pass(FIVE_MINUTES);

            assertThat(told.shown(oldest).summary()).isEqualTo("All of them");
            assertThat(told.shown(newest).summary()).isEqualTo("All of them");
            assertThat(told.core().psa().received()).hasSizeBetween(7, 8);
        }
    }

    @Test
    void aPsaThatIsDownIsAskedAgainFromTheSamePlace() throws InterruptedException {
        try (ToldCore told = ToldCore.start(UNREACHABLE)) {
            LinkId link = told.link(told.connect(), told.ticket());
            told.core().psa().editTicket(told.ticket(), TicketField.SUMMARY, "During an outage");
            told.core().psa().arrange(StandInFault.SERVER_ERROR_500, Operation.LIST_TICKETS);
            told.pass(AN_HOUR);
            told.pass(AN_HOUR);
            assertThat(told.shown(link).summary()).isNotEqualTo("During an outage");

            told.core().psa().heal();
            told.pass(AN_HOUR);

            assertThat(told.shown(link).summary()).isEqualTo("During an outage");
        }
    }
}
