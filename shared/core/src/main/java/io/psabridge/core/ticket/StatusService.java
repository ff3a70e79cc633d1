package io.psabridge.core.ticket;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.FromPsa;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import jakarta.inject.Singleton;
import java.util.List;

/** The statuses that a ticket may have, which are those of the board it is on right now. */
@Singleton
public final class StatusService {

    private final Connections connections;
    private final AuditLog audit;

    StatusService(Connections connections, AuditLog audit) {
        this.connections = connections;
        this.audit = audit;
    }

    public List<Status> of(TenantId tenant, ConnectionId connection, Id<Ticket> ticket) {
        return connections.read(
                tenant,
                connection,
                Capability.STATUSES,
                open -> statuses(open, board(open.psa().tickets().get(ticket))));
    }

    /** The change is read back; the answer is the ticket as it then is. */
    public FromPsa<Ticket> change(
            TenantId tenant,
            Actor actor,
            ConnectionId connection,
            Id<Ticket> ticket,
            StatusTarget target) {
        AuditSubject subject = AuditSubject.ticket(ticket.value(), connection.value());
        return audit.after(
                tenant,
                actor,
                AuditAction.STATUS_CHANGE,
                subject,
                () -> change(tenant, connection, ticket, target),
                changed -> subject);
    }

    private FromPsa<Ticket> change(
            TenantId tenant, ConnectionId connection, Id<Ticket> ticket, StatusTarget target) {
        return connections.write(
                tenant,
                connection,
                Capability.STATUSES,
                open -> {
                    Ref board = board(open.psa().tickets().get(ticket));
                    StatusChoice choice =
                            new StatusChoice(
                                    board, statuses(open, board), open.connection().settings());
                    return open.answered(open.psa().statuses().change(ticket, choice.of(target)));
                });
    }

    private static List<Status> statuses(OpenPsa open, Ref board) {
        return open.psa().statuses().ofBoard(Id.of(board.id()));
    }

    private static Ref board(Ticket ticket) {
        return ticket.reference(TicketField.BOARD)
                .orElseThrow(() ->
                        PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                                .message("The PSA shows ticket " + ticket.id() + " on no board")
                                .build());
    }
}
