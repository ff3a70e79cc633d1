package io.psabridge.core.link;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkServiceTest {

    private static final PageRequest PAGE = PageRequest.first(50);

    private static Core core;
    private static LinkService links;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
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
    void theSameLinkTwiceIsOneLink() {
        LinkService.Created first = create("once");
        LinkService.Created second = create("once");

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.link()).isEqualTo(first.link());
        assertThat(links.get(NORTH, first.link().id())).isEqualTo(first.link());
    }

    @Test
    void aTicketThatThePsaDoesNotHaveCannotBeLinked() {
        fails(
                ProblemCode.NOT_FOUND,
                () -> links.create(NORTH, ROBIN, connection, Id.of("999999"), record("missing")));
        assertThat(list(new LinkFilter("alert", "missing", null, null))).isZero();
    }

    @Test
    void linksAreFoundByRecordAndByTicket() {
        create("found");

        assertThat(list(new LinkFilter("alert", "found", null, null))).isEqualTo(1);
        assertThat(list(new LinkFilter("alert", "other", null, null))).isZero();
        assertThat(list(new LinkFilter(null, "found", connection.value(), ticket().value())))
                .isEqualTo(1);
    }

    @Test
    void refreshShowsTheTicketAsItIsNow() {
        LinkId id = create("fresh").link().id();
        core.psa().editTicket(ticket(), TicketField.SUMMARY, "Changed in the PSA");

        assertThat(links.get(NORTH, id).ticket().summary()).isNotEqualTo("Changed in the PSA");
        assertThat(links.refresh(NORTH, id).ticket().summary()).isEqualTo("Changed in the PSA");
        assertThat(links.get(NORTH, id).ticket().summary()).isEqualTo("Changed in the PSA");
    }

    @Test
    void whilePausedLinksAreReadButNotRefreshed() {
        LinkId id = create("paused").link().id();
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);

        links.get(NORTH, id);
        fails(ProblemCode.CONNECTION_PAUSED, () -> links.refresh(NORTH, id));

        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
    }

    @Test
    void linksOutliveTheirConnection() {
        ConnectionId leaving = core.connect(NORTH);
        LinkId id = links.create(NORTH, ROBIN, leaving, ticket(), record("stays")).link().id();

        core.get(ConnectionService.class).delete(NORTH, ROBIN, leaving);

        assertThat(links.get(NORTH, id).record().id()).isEqualTo("stays");
    }

    @Test
    void anotherTenantFindsAndRemovesNothing() {
        LinkId id = create("mine").link().id();

        fails(ProblemCode.NOT_FOUND, () -> links.get(SOUTH, id));
        fails(ProblemCode.NOT_FOUND, () -> links.refresh(SOUTH, id));
        fails(ProblemCode.NOT_FOUND, () -> links.delete(SOUTH, ROBIN, id));
        fails(
                ProblemCode.NOT_FOUND,
                () -> links.create(SOUTH, ROBIN, connection, ticket(), record("theirs")));
        assertThat(links.list(SOUTH, new LinkFilter(null, null, null, null), PAGE).items())
                .isEmpty();
        assertThat(links.get(NORTH, id)).isNotNull();
    }

    @Test
    void aRemovedLinkIsGone() {
        LinkId id = create("gone").link().id();

        links.delete(NORTH, ROBIN, id);

        fails(ProblemCode.NOT_FOUND, () -> links.get(NORTH, id));
        fails(ProblemCode.NOT_FOUND, () -> links.delete(NORTH, ROBIN, id));
    }

    private static LinkService.Created create(String recordId) {
        return links.create(NORTH, ROBIN, connection, ticket(), record(recordId));
    }

    private static int list(LinkFilter filter) {
        return links.list(NORTH, filter, PAGE).items().size();
    }

    private static LinkedRecord record(String id) {
        return new LinkedRecord(
                "alert", id, "Disk full", URI.create("https://app.example/alerts/" + id));
    }

    private static Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
