package io.psabridge.core.link;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.core.callback.CallbackService;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link is kept until somebody removes it: "not found" may be a right that was narrowed. */
class LinkHearsayTest {

    private static final String HOST = "hooks.bridge.example";

    private static Core core;
    private static LinkService links;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start(Map.of("PSA_BRIDGE_PUBLIC_URL", "https://" + HOST));
        links = core.get(LinkService.class);
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
    }

    @Test
    void aTicketThatIsNotFoundKeepsItsLink() {
        keepTheirLink(id -> links.refresh(NORTH, id));
    }

    /** PSAs say "deleted" of tickets that were moved or converted, too. */
    @Test
    void aTicketThatIsToldToBeDeletedKeepsItsLink() throws InterruptedException {
        core.get(Worker.class).runDue();
        ConnectionId told = core.connect(NORTH);
        core.get(Worker.class).runDue();
        Id<Ticket> moved = ticket();
        Id<Ticket> gone = ticket();
        LinkId ofMoved = link(told, moved);
        LinkId ofGone = link(told, gone);
        core.psa().editTicket(moved, TicketField.SUMMARY, "Moved");
        core.psa().removeTicket(gone);

        for (Id<Ticket> one : List.of(moved, gone)) {
            core.get(CallbackService.class)
                    .take(
                            told.value(),
                            token(told),
                            core.psa().message(Topic.TICKET, one.value(), true));
        }
        core.get(Worker.class).runDue();

        assertThat(links.get(NORTH, ofMoved).ticket().summary()).isEqualTo("Moved");
        assertThat(links.get(NORTH, ofGone).ticket().summary()).isEqualTo("Disk full");
        assertThat(core.count("SELECT count(*) FROM work WHERE kind = 'callback.ticket'"))
                .as("Whether it is gone is known")
                .isZero();
    }

    /** The check means something: what deletes on hearsay does not pass it. */
    @Test
    void deletingOnHearsayIsNoticed() {
        Consumer<LinkId> hearsay =
                id -> {
                    try {
                        links.refresh(NORTH, id);
                    } catch (Problem notFound) {
                        links.delete(NORTH, ROBIN, id);
                        throw notFound;
                    }
                };

        assertThatThrownBy(() -> keepTheirLink(hearsay))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The link is gone");
    }

    private static void keepTheirLink(Consumer<LinkId> refresh) {
        Id<Ticket> gone = ticket();
        LinkId ofGone = link(gone);
        core.psa().removeTicket(gone);
        isKept(ofGone, refresh);

        LinkId ofHidden = link(core.psa().world().ticket());
        core.psa().arrange(StandInFault.MISSING_404, Operation.READ_TICKET);
        isKept(ofHidden, refresh);
    }

    private static void isKept(LinkId link, Consumer<LinkId> refresh) {
        fails(ProblemCode.NOT_FOUND, () -> refresh.accept(link));

        assertThatCode(() -> links.get(NORTH, link))
                .as("The link is gone though the ticket may live")
                .doesNotThrowAnyException();
    }

    private static Id<Ticket> ticket() {
        return core.psa()
                .addTicket("Disk full", core.psa().world().board(), core.psa().world().company());
    }

    private static LinkId link(Id<Ticket> ticket) {
        return link(connection, ticket);
    }

    private static LinkId link(ConnectionId of, Id<Ticket> ticket) {
        LinkedRecord record = new LinkedRecord("alert", "hearsay-" + ticket, null, null);
        return links.create(NORTH, ROBIN, of, ticket, record).link().id();
    }

    private static String token(ConnectionId of) {
        return core
                .provider()
                .open(core.provider().tenant().access(Duration.ofSeconds(5)))
                .callbacks()
                .list(HOST)
                .stream()
                .map(one -> one.url().getPath().split("/", -1))
                .filter(path -> path[3].equals(of.value()))
                .map(path -> path[4])
                .findFirst()
                .orElseThrow();
    }
}
