package io.psabridge.connectwise;

import io.psabridge.spi.Board;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Status;
import io.psabridge.spi.Statuses;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statuses of boards, at {@code /service/boards/{id}/statuses}. */
final class ConnectWiseStatuses implements Statuses {

    private final RowReader rows;
    private final TicketFinder finder;
    private final ConnectWiseTickets tickets;

    ConnectWiseStatuses(ConnectWiseApi api, RowReader rows, ConnectWiseTickets tickets) {
        this.rows = rows;
        this.finder = new TicketFinder(api);
        this.tickets = tickets;
    }

    @Override
    public List<Status> ofBoard(Id<Board> board) {
        int number = Ids.number("boardId", board);
        return rows.all(ListQuery.of("/service/boards/" + number + "/statuses")).stream()
                .filter(ConnectWiseStatuses::isActive)
                .sorted(Comparator.comparingInt(ConnectWiseStatuses::order))
                .map(ConnectWiseStatuses::status)
                .toList();
    }

    @Override
    public Ticket change(Id<Ticket> ticket, Id<Status> status) {
        int number = Ids.number("ticketId", ticket);
        int wanted = Ids.number("statusId", status);
        Status target = onBoardOf(number, wanted);
        WireReply written =
                finder.patch(
                        number,
                        List.of(PatchOperations.replace("status", Map.of("id", wanted))),
                        target.closed()
                                ? new Right[] {Right.TICKETS_CLOSE, Right.TICKETS_EDIT}
                                : new Right[] {Right.TICKETS_EDIT});
        written.object();
        WireReply shown = finder.readBack(number);
        List<TicketField> ignored =
                shown.read(() ->
                        Asked.ignored(
                                Map.of(TicketField.STATUS, Optional.of(Integer.toString(wanted))),
                                shown.object()));
        if (!ignored.isEmpty()) {
            throw Asked.notApplied("ticket " + ticket, ignored, shown.object());
        }
        return shown.read(() -> tickets.ticket(shown.object(), shown.raw()));
    }

    private Status onBoardOf(int ticket, int wanted) {
        WireReply answer = finder.find(ticket).answer();
        Ref board =
                answer.read(() ->
                        answer.object()
                                .reference("board")
                                .orElseThrow(() ->
                                        PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                                                .message("the ticket has no board")
                                                .build()));
        List<Status> choices = ofBoard(Id.of(board.id()));
        return choices.stream()
                .filter(choice -> choice.id().value().equals(Integer.toString(wanted)))
                .findFirst()
                .orElseThrow(() -> notOnBoard(wanted, board, choices));
    }

    private static PsaException notOnBoard(int wanted, Ref board, List<Status> choices) {
        String why = wanted + " is no active status of the board " + board.name();
        return PsaException.of(PsaErrorCode.STATUS_NOT_ON_BOARD)
                .message(why)
                .fix(
                        choices.stream()
                                .map(choice -> choice.id() + " " + choice.name())
                                .collect(Collectors.joining(", ", "Choose one of: ", "")))
                .errors(List.of(new PsaException.FieldError("statusId", why)))
                .build();
    }

    static boolean isActive(WireObject row) {
        return !row.flag("inactive");
    }

    static int order(WireObject row) {
        return row.number("sortOrder").orElse(0);
    }

    static Status status(WireObject row) {
        return new Status(
                Id.of(Integer.toString(row.id())),
                row.text("name").orElse(""),
                row.flag("closedStatus"),
                row.flag("defaultFlag"));
    }
}
