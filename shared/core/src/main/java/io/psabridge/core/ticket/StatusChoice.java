package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Status;
import java.util.List;
import java.util.function.Predicate;

/** Finds the status that a caller means among those of the ticket's board. */
final class StatusChoice {

    private final Ref board;
    private final List<Status> statuses;
    private final ConnectionSettings settings;

    StatusChoice(Ref board, List<Status> statuses, ConnectionSettings settings) {
        this.board = board;
        this.statuses = statuses;
        this.settings = settings;
    }

    /** Fails with {@code status_not_on_board}, with the board's statuses as errors. */
    Id<Status> of(StatusTarget target) {
        return switch (target) {
            case StatusTarget.ById byId ->
                    only(
                            status -> status.id().value().equals(byId.statusId()),
                            "The board "
                                    + board.name()
                                    + " has no status with the id "
                                    + byId.statusId()
                                    + ".");
            case StatusTarget.ByName byName ->
                    only(
                            status -> status.name().equalsIgnoreCase(byName.name()),
                            "The board " + board.name() + " has no status of this name.");
            case StatusTarget.ByIntent byIntent -> meant(byIntent.intent());
        };
    }

    private Id<Status> meant(StatusIntent intent) {
        String chosen = settings.statusFor(board.id(), intent.wireName()).orElse(null);
        if (chosen != null) {
            return only(
                    status -> status.id().value().equals(chosen),
                    "The connection's settings map "
                            + intent.wireName()
                            + " to the status "
                            + chosen
                            + ", which the board "
                            + board.name()
                            + " does not have.");
        }
        String complaint =
                "The connection's settings do not say which status of the board "
                        + board.name()
                        + " means "
                        + intent.wireName()
                        + ".";
        return switch (intent) {
            case NEW -> only(Status::isDefault, complaint);
            case CLOSED -> only(Status::closed, complaint);
            case RESOLVED, WAITING_ON_CUSTOMER, IN_PROGRESS -> throw notOnBoard(complaint);
        };
    }

    private Id<Status> only(Predicate<Status> wanted, String complaint) {
        List<Status> fitting = statuses.stream().filter(wanted).toList();
        if (fitting.size() != 1) {
            throw notOnBoard(complaint);
        }
        return fitting.getFirst().id();
    }

    private Problem notOnBoard(String complaint) {
        Problem.Builder problem =
                Problem.of(ProblemCode.STATUS_NOT_ON_BOARD)
                        .detail(complaint)
                        .fix(
                                "Name one of the board's statuses, or map the intent in the connection's settings.");
        statuses.forEach(status -> problem.error(status.id().value(), status.name()));
        return problem.build();
    }
}
