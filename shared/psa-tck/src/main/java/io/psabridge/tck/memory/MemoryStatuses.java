package io.psabridge.tck.memory;

import io.psabridge.spi.Board;
import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Status;
import io.psabridge.spi.Statuses;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Operation;
import java.util.List;

/** Statuses of a PSA in memory. */
final class MemoryStatuses implements Statuses {

    private final MemoryApi api;
    private final Reading reading;
    private final Faults faults;

    MemoryStatuses(MemoryApi api, Reading reading, Faults faults) {
        this.api = api;
        this.reading = reading;
        this.faults = faults;
    }

    @Override
    public List<Status> ofBoard(Id<Board> board) {
        return statuses(Conditions.is("boardId", Keys.checked(board.value())));
    }

    @Override
    public Ticket change(Id<Ticket> ticket, Id<Status> status) {
        Ask reads = Ask.to(Operation.READ_TICKET).with("id", Keys.checked(ticket.value()));
        Ticket before = api.record(reads, reading::ticket);
        String wanted =
                faults.has(KitFault.STATUS_NAME_ACROSS_BOARDS)
                        ? byName(status)
                        : onBoard(before, status);
        Ask change =
                Ask.to(Operation.CHANGE_STATUS)
                        .with("id", ticket.value())
                        .sending(TicketField.STATUS.wireName(), wanted);
        Ticket answered = api.record(change, reading::ticket);
        if (faults.has(KitFault.TRUSTS_THE_WRITE_ANSWER)) {
            return answered;
        }
        TicketChange asked = TicketChange.NONE.set(TicketField.STATUS, wanted);
        Applied.check(asked, answered, faults);
        Ticket after = readBack(reads);
        Applied.check(asked, after, faults);
        return after;
    }

    private Ticket readBack(Ask reads) {
        try {
            return api.record(reads, reading::ticket);
        } catch (PsaException failure) {
            throw PsaException.of(failure.code())
                    .message("The status was sent and could not be read back")
                    .effect(Effect.UNKNOWN)
                    .cause(failure)
                    .build();
        }
    }

    private String onBoard(Ticket ticket, Id<Status> status) {
        Id<Board> board =
                Id.of(ticket.reference(TicketField.BOARD).orElseThrow(this::noBoard).id());
        if (ofBoard(board).stream().noneMatch(each -> each.id().equals(status))) {
            throw PsaException.of(PsaErrorCode.STATUS_NOT_ON_BOARD)
                    .message("The ticket's board has no status " + status)
                    .build();
        }
        return status.value();
    }

    private PsaException noBoard() {
        return PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                .message("The ticket is on no board")
                .build();
    }

    private String byName(Id<Status> status) {
        List<Status> all = statuses("");
        String name =
                all.stream()
                        .filter(each -> each.id().equals(status))
                        .findFirst()
                        .orElseThrow()
                        .name();
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private List<Status> statuses(String query) {
        return api.whole(Ask.to(Operation.LIST_STATUSES).with("query", query), reading::status);
    }
}
