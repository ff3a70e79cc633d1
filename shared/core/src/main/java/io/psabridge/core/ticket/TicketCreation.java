package io.psabridge.core.ticket;

import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a ticket that carries a key once. After an unknown outcome it is looked for, and sent again
 * only when it is not there and the PSA has had the time to settle.
 */
@Singleton
final class TicketCreation {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    /** How far a PSA's clock may be off. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private final Connections connections;
    private final TicketCreates creates;

    TicketCreation(Connections connections, TicketCreates creates) {
        this.connections = connections;
        this.creates = creates;
    }

    /**
     * @param completed checks the ticket and adds what the connection's settings say
     */
    CreatedTicket create(
            TenantId tenant, KeyedCreate create, NewTicket wanted, Completion completed) {
        try {
            return connections.write(
                    tenant,
                    create.connection(),
                    Capability.TICKETS_CREATE,
                    open -> once(tenant, create, completed.of(open, wanted), open));
        } catch (Problem problem) {
            throw creates.isOpen(tenant, create) ? mayBeThere(problem) : problem;
        }
    }

    private CreatedTicket once(
            TenantId tenant, KeyedCreate create, NewTicket wanted, OpenPsa open) {
        NewTicket marked = wanted.withMarker(create.marker().value());
        return switch (creates.begin(tenant, create, open.provider())) {
            case Begun.Ours ours -> sent(tenant, create, marked, open, ours.turn(), null);
            case Begun.Known known -> known(tenant, create, marked, open, known.row());
        };
    }

    private CreatedTicket known(
            TenantId tenant,
            KeyedCreate create,
            NewTicket marked,
            OpenPsa open,
            TicketCreateRow known) {
        boolean ours = known.reservedId().equals(create.reservedId());
        Optional<Ticket> there =
                known.made()
                        ? stillMeant(create, known, open, ours)
                        : found(tenant, create, known, open);
        if (there.isPresent()) {
            return new CreatedTicket(open.answered(there.get()), !ours);
        }
        if (!known.made() && known.settlesIn().isPositive()) {
            throw notSettled(known.settlesIn());
        }
        Turn turn =
                creates.again(tenant, create, known, open.provider())
                        .orElseThrow(() -> notSettled(LONGEST_WAIT));
        return sent(tenant, create, marked, open, turn, known.ticketId());
    }

    /**
     * @param before the ticket that the key named before
     */
    private CreatedTicket sent(
            TenantId tenant,
            KeyedCreate create,
            NewTicket marked,
            OpenPsa open,
            Turn turn,
            @Nullable String before) {
        Optional<Ticket> forgotten =
                turn.forgotten() ? forgotten(tenant, create, open, turn, before) : Optional.empty();
        if (forgotten.isPresent()) {
            return new CreatedTicket(open.answered(forgotten.get()), create.deduplicates());
        }
        Ticket made;
        try {
            made = open.psa().tickets().create(marked);
        } catch (PsaException e) {
            creates.failed(tenant, create, turn.attempt(), e, open.provider());
            throw e;
        }
        creates.made(tenant, create, turn.attempt(), made.id().value());
        return new CreatedTicket(open.answered(made), false);
    }

    /** What the key meant before a backup was restored that does not know of it. */
    private Optional<Ticket> forgotten(
            TenantId tenant, KeyedCreate create, OpenPsa open, Turn turn, @Nullable String before) {
        Optional<Ticket> found;
        try {
            found =
                    open.psa()
                            .tickets()
                            .findByMarker(create.marker().value())
                            .filter(ticket -> !ticket.id().value().equals(before))
                            .filter(ticket -> !(create.deduplicates() && ticket.closed()));
        } catch (PsaException e) {
            creates.notSent(tenant, create, turn.attempt());
            throw e;
        }
        found.ifPresent(
                ticket -> creates.made(tenant, create, turn.attempt(), ticket.id().value()));
        return found;
    }

    /** A dedupe key means its ticket while that is open, an idempotency key that of its request. */
    private static Optional<Ticket> stillMeant(
            KeyedCreate create, TicketCreateRow known, OpenPsa open, boolean ours) {
        String id = known.ticketId();
        if (id == null || !(ours || create.deduplicates())) {
            return Optional.empty();
        }
        try {
            Ticket ticket = open.psa().tickets().get(Id.of(id));
            return Optional.of(ticket).filter(it -> ours || !it.closed());
        } catch (PsaException e) {
            if (e.code() == PsaErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Ticket> found(
            TenantId tenant, KeyedCreate create, TicketCreateRow known, OpenPsa open) {
        Optional<Ticket> found =
                open.psa()
                        .tickets()
                        .findByMarker(create.marker().value())
                        .filter(ticket -> !ticket.id().value().equals(known.ticketId()))
                        .filter(ticket -> isAfter(ticket, known));
        found.ifPresent(
                ticket -> creates.made(tenant, create, known.attempt(), ticket.id().value()));
        return found;
    }

    private static boolean isAfter(Ticket ticket, TicketCreateRow known) {
        return ticket.createdAt() == null
                || !ticket.createdAt().isBefore(known.startedAt().minus(CLOCKS_DIFFER));
    }

    private static Problem notSettled(Duration settlesIn) {
        return Problem.of(ProblemCode.PSA_TIMEOUT)
                .detail(
                        "An earlier request with this key has sent the ticket, and the PSA does not show it"
                                + " yet.")
                .retryAfter(settlesIn.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : settlesIn)
                .build();
    }

    private static Problem mayBeThere(Problem problem) {
        Problem.Builder told = Problem.from(problem).outcomeUnknown(true);
        if (problem.code().status() >= SERVER_ERROR) {
            told.retryable(true)
                    .fix(
                            "Send the same request again, with the same key: it is looked for before it is"
                                    + " sent again.");
        }
        return told.build();
    }

    /** Makes a wanted ticket one that this PSA takes. */
    interface Completion {
        NewTicket of(OpenPsa open, NewTicket wanted);
    }
}
