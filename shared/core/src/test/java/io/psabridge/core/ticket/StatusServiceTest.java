package io.psabridge.core.ticket;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusServiceTest {

    private static Core core;
    private static StatusService statuses;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        statuses = core.get(StatusService.class);
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
        core.get(ConnectionService.class)
                .change(NORTH, ROBIN, connection, Optional.empty(), it -> ConnectionSettings.NONE);
    }

    @Test
    void theStatusesAreThoseOfTheTicketsBoard() {
        List<Status> found = statuses.of(NORTH, connection, world().ticket());

        assertThat(found)
                .extracting(Status::id)
                .contains(world().sameName(), world().closedByFlag());
        assertThat(found).extracting(Status::id).doesNotContain(world().sameNameElsewhere());
    }

    @Test
    void aNameMeansTheStatusOfTheTicketsOwnBoard() {
        String name =
                statuses.of(NORTH, connection, world().ticket()).stream()
                        .filter(status -> status.id().equals(world().sameName()))
                        .findFirst()
                        .orElseThrow()
                        .name();

        assertThat(status(change(new StatusTarget.ByName(name.toUpperCase(Locale.ROOT)))))
                .isEqualTo(world().sameName().value());
    }

    @Test
    void aStatusOfAnotherBoardIsRefusedWithThoseThereAre() {
        Problem problem =
                fails(
                        ProblemCode.STATUS_NOT_ON_BOARD,
                        () -> change(new StatusTarget.ById(world().sameNameElsewhere().value())));

        assertThat(problem.errors())
                .extracting(Problem.FieldError::field)
                .contains(world().sameName().value());
    }

    @Test
    void anIntentMeansWhatTheSettingsSay() {
        fails(
                ProblemCode.STATUS_NOT_ON_BOARD,
                () -> change(new StatusTarget.ByIntent(StatusIntent.RESOLVED)));

        Map<String, Map<String, String>> intents =
                Map.of(world().board().value(), Map.of("resolved", world().closedByFlag().value()));
        core.get(ConnectionService.class)
                .change(
                        NORTH,
                        ROBIN,
                        connection,
                        Optional.empty(),
                        it -> new ConnectionSettings(null, null, intents));

        Ticket ticket = change(new StatusTarget.ByIntent(StatusIntent.RESOLVED));
        assertThat(status(ticket)).isEqualTo(world().closedByFlag().value());
        assertThat(ticket.closed()).isTrue();
    }

    @Test
    void newIsTheDefaultAndClosedTheOnlyOneThatCloses() {
        change(new StatusTarget.ById(world().sameName().value()));

        Ticket renewed = change(new StatusTarget.ByIntent(StatusIntent.NEW));
        assertThat(defaults()).extracting(it -> it.id().value()).containsExactly(status(renewed));

        Ticket closed = change(new StatusTarget.ByIntent(StatusIntent.CLOSED));
        assertThat(closed.closed()).isTrue();
    }

    @Test
    void closedMeansNothingWhereTwoStatusesClose() {
        core.psa().addStatus(world().board(), "Cancelled", true);

        fails(
                ProblemCode.STATUS_NOT_ON_BOARD,
                () -> change(new StatusTarget.ByIntent(StatusIntent.CLOSED)));
    }

    @Test
    void aStatusThatARuleUndoesIsSaidNotToBeApplied() {
        core.psa().arrange(StandInFault.WORKFLOW_UNDOES_STATUS, Operation.CHANGE_STATUS);

        fails(
                ProblemCode.PSA_STATUS_NOT_APPLIED,
                () -> change(new StatusTarget.ById(world().sameName().value())));
    }

    @Test
    void anotherTenantFindsNothing() {
        fails(ProblemCode.NOT_FOUND, () -> statuses.of(SOUTH, connection, world().ticket()));
    }

    private static List<Status> defaults() {
        return statuses.of(NORTH, connection, world().ticket()).stream()
                .filter(Status::isDefault)
                .toList();
    }

    private static Ticket change(StatusTarget target) {
        Id<Ticket> ticket = world().ticket();
        return statuses.change(NORTH, ROBIN, connection, ticket, target).value();
    }

    private static String status(Ticket ticket) {
        return ticket.reference(TicketField.STATUS).orElseThrow().id();
    }

    private static World world() {
        return core.psa().world();
    }
}
