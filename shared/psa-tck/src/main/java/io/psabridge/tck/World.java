package io.psabridge.tck;

import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.Map;
import java.util.Set;

/**
 * What a stand-in holds after a reset, as far as tests refer to it.
 *
 * @param ticket open, on {@code board}, of {@code company}, in the board's default status
 * @param sameName a status of {@code board}, not the default
 * @param sameNameElsewhere a status of {@code otherBoard} with the very name of {@code sameName}
 * @param closedByFlag a status of {@code board} that closes, and whose name does not say so
 * @param openThoughNamedClosed a status of {@code board} that is called closed, and does not close
 * @param contact of {@code company}
 * @param member active, a person
 * @param references for each field that a ticket of {@code company} on {@code board} may be made
 *     with, a value that it takes
 * @param clearable those of them that can be taken off again
 */
public record World(
        Id<Ticket> ticket,
        Id<Board> board,
        Id<Board> otherBoard,
        Id<Status> sameName,
        Id<Status> sameNameElsewhere,
        Id<Status> closedByFlag,
        Id<Status> openThoughNamedClosed,
        Id<Company> company,
        Id<Company> otherCompany,
        Id<Contact> contact,
        Id<Member> member,
        Map<TicketField, String> references,
        Set<TicketField> clearable) {

    public World {
        references = Map.copyOf(references);
        clearable = Set.copyOf(clearable);
    }
}
