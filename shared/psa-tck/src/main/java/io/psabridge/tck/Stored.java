package io.psabridge.tck;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds what a stand-in holds. */
final class Stored {

    private Stored() {}

    static StoredTicket ticket(StandIn standIn, Id<Ticket> id) {
        return standIn.tickets().stream()
                .filter(ticket -> ticket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The PSA holds no ticket " + id));
    }

    static List<Id<Ticket>> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::id).toList();
    }

    /** The fields that refer to other records. */
    static Map<TicketField, String> withoutSummary(Map<TicketField, String> fields) {
        Map<TicketField, String> references = new EnumMap<>(fields);
        references.remove(TicketField.SUMMARY);
        return references;
    }
}
