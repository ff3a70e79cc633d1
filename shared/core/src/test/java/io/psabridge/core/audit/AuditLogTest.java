package io.psabridge.core.audit;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.link.LinkedRecord;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.core.testing.Core;
import io.psabridge.core.ticket.StatusService;
import io.psabridge.core.ticket.StatusTarget;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.db.DatabaseException;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.memory.InMemoryProvider;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static Core core;
    private static AuditLog audit;
    private static ConnectionService connections;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        audit = core.get(AuditLog.class);
        connections = core.get(ConnectionService.class);
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
        connections.resume(NORTH, ROBIN, connection);
    }

    @AfterEach
    void writable() {
        core.database().execute("GRANT INSERT ON audit_event TO psa_bridge_app");
        core.database().clockAheadBy(Duration.ZERO);
    }

    @Test
    void aConnectionsLifeIsToldInOrder() {
        ConnectionId id = core.connect(NORTH);
        connections.change(NORTH, ROBIN, id, Optional.of("Renamed"), it -> it);
        connections.rotate(NORTH, ROBIN, id, Credentials.of(Map.of("user", "another")));
        connections.verify(NORTH, ROBIN, id);
        connections.pause(NORTH, ROBIN, id);
        connections.resume(NORTH, ROBIN, id);
        connections.delete(NORTH, ROBIN, id);

        List<AuditEvent> events = of(id);
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(
                        "connection.delete",
                        "connection.resume",
                        "connection.pause",
                        "connection.verify",
                        "connection.rotate",
                        "connection.update",
                        "connection.create");
        assertThat(events).extracting(AuditEvent::actor).containsOnly(ROBIN);
        assertThat(events).extracting(AuditEvent::outcome).containsOnly(AuditOutcome.OK);
        assertThat(events)
                .extracting(AuditEvent::subject)
                .containsOnly(AuditSubject.connection(id.value()));
        assertThat(events).extracting(AuditEvent::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void whatIsWrittenToThePsaIsTold() {
        Id<Ticket> ticket = core.psa().world().ticket();
        Ticket made =
                core.get(TicketService.class)
                        .create(NORTH, ROBIN, connection, newTicket("Audited"))
                        .value();
        assertThat(last()).isEqualTo("ticket.create ticket " + made.id() + " ok");

        core.get(TicketService.class)
                .update(
                        NORTH,
                        ROBIN,
                        connection,
                        ticket,
                        new TicketChange(Map.of(TicketField.SUMMARY, Optional.of("Again"))));
        assertThat(last()).isEqualTo("ticket.update ticket " + ticket + " ok");

        core.get(StatusService.class)
                .change(
                        NORTH,
                        ROBIN,
                        connection,
                        ticket,
                        new StatusTarget.ById(core.psa().world().sameName().value()));
        assertThat(last()).isEqualTo("status.change ticket " + ticket + " ok");

        LinkService links = core.get(LinkService.class);
        LinkedRecord record = new LinkedRecord("alert", "audited", null, null);
        LinkId link = links.create(NORTH, ROBIN, connection, ticket, record).link().id();
        assertThat(last()).isEqualTo("link.create link " + link + " ok");
        links.delete(NORTH, ROBIN, link);
        assertThat(last()).isEqualTo("link.delete link " + link + " ok");

        String note =
                core.get(NotePosts.class)
                        .post(NORTH, ROBIN, new NoteTarget(connection, ticket, null), note())
                        .id()
                        .value();
        assertThat(last()).isEqualTo("note.post note " + note + " ok");
    }

    @Test
    void whatWasRefusedIsToldWithItsCode() {
        fails(
                ProblemCode.PSA_AUTHENTICATION_FAILED,
                () ->
                        connections.create(
                                SOUTH,
                                ROBIN,
                                core.wanted(InMemoryProvider.credentials("wrong-key-77"))));
        assertThat(told(newest(audit.list(SOUTH, AuditFilter.ALL, PageRequest.first(1)))))
                .isEqualTo("connection.create connection null refused psa_authentication_failed");

        connections.pause(NORTH, ROBIN, connection);
        fails(
                ProblemCode.CONNECTION_PAUSED,
                () ->
                        core.get(TicketService.class)
                                .create(NORTH, ROBIN, connection, newTicket("Paused")));
        assertThat(last()).isEqualTo("ticket.create ticket null refused connection_paused");

        fails(
                ProblemCode.NOT_FOUND,
                () -> connections.pause(NORTH, ROBIN, new ConnectionId("con_nowhere")));
        assertThat(last()).isEqualTo("connection.pause connection con_nowhere refused not_found");
        assertThat(
                        core.count(
                                "SELECT count(*) FROM audit_event a WHERE a::text LIKE '%wrong-key%'"))
                .isZero();
    }

    @Test
    void whatFailedIsToldWithItsCode() {
        core.psa().arrange(StandInFault.HTML_503, Operation.CREATE_TICKET);

        assertThatThrownBy(() ->
                        core.get(TicketService.class)
                                .create(NORTH, ROBIN, connection, newTicket("Down")))
                .isInstanceOf(Problem.class);

        assertThat(last()).startsWith("ticket.create ticket null failed psa_");
    }

    @Test
    void withoutItsEventAChangeOfOursDoesNotHappen() {
        core.database().execute("REVOKE INSERT ON audit_event FROM psa_bridge_app");

        assertThatThrownBy(() -> connections.pause(NORTH, ROBIN, connection))
                .isInstanceOf(DatabaseException.class);

        assertThat(connections.get(NORTH, connection).paused()).isFalse();
    }

    @Test
    void aTicketThatIsMadeButNotToldIsNotToBeSentAgain() {
        core.database().execute("REVOKE INSERT ON audit_event FROM psa_bridge_app");

        Problem problem =
                fails(
                        ProblemCode.TEMPORARILY_UNAVAILABLE,
                        () ->
                                core.get(TicketService.class)
                                        .create(NORTH, ROBIN, connection, newTicket("Untold")));

        assertThat(problem.retryable()).isFalse();
        assertThat(problem.detail()).contains("done in the PSA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET actor_sub = 'somebody else'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event"
            })
    void theRuntimeRoleCannotChangeWhatIsWritten(String statement) throws Exception {
        try (Connection database = core.database().connect();
                Statement sql = database.createStatement()) {
            sql.execute("SET ROLE psa_bridge_app");
            sql.execute("SELECT set_config('psa_bridge.tenant', 'north', false)");
            assertThatThrownBy(() -> sql.execute(statement))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aListIsOneTenantsAndOneConnectionsAndGoesOnWhereItsPageEnded() {
        ConnectionId other = core.connect(NORTH);
        connections.pause(NORTH, ROBIN, other);
        AuditFilter filter = new AuditFilter(other.value(), null);

        Page<AuditEvent> first = audit.list(NORTH, filter, PageRequest.first(1));
        Page<AuditEvent> second = audit.list(NORTH, filter, new PageRequest(first.next(), 1));

        assertThat(first.items())
                .extracting(AuditEvent::action)
                .containsExactly("connection.pause");
        assertThat(second.items())
                .extracting(AuditEvent::action)
                .containsExactly("connection.create");
        assertThat(second.next()).isNull();
        assertThat(audit.list(SOUTH, filter, PageRequest.first(50)).items()).isEmpty();
    }

    @Test
    void sinceCountsByTheDatabasesClock() {
        TenantId later = new TenantId("later");
        ConnectionId id = core.connect(later);
        core.database().clockAheadBy(Duration.ofHours(2));
        connections.pause(later, ROBIN, id);

        AuditFilter filter = new AuditFilter(null, Instant.now().plus(Duration.ofHours(1)));
        assertThat(audit.list(later, filter, PageRequest.first(50)).items())
                .extracting(AuditEvent::action)
                .containsExactly("connection.pause");
    }

    private static List<AuditEvent> of(ConnectionId id) {
        return audit.list(NORTH, new AuditFilter(id.value(), null), PageRequest.first(50)).items();
    }

    private static String last() {
        return told(newest(audit.list(NORTH, AuditFilter.ALL, PageRequest.first(1))));
    }

    private static AuditEvent newest(Page<AuditEvent> page) {
        return page.items().getFirst();
    }

    private static String told(AuditEvent event) {
        String told =
                event.action()
                        + " "
                        + event.subject().type()
                        + " "
                        + event.subject().id()
                        + " "
                        + event.outcome().kind().wireName();
        return event.outcome().code() == null ? told : told + " " + event.outcome().code();
    }

    private static NewTicket newTicket(String summary) {
        return NewTicket.of(summary, core.psa().world().company().value());
    }

    private static NewNote note() {
        return NewNote.of("never in the audit", Audience.INTERNAL);
    }
}
