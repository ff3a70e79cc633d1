package io.psabridge.tck.memory;

import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import io.psabridge.spi.Tickets;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tickets of a PSA in memory. */
final class MemoryTickets implements Tickets {

    private final MemoryApi api;
    private final MemoryPsa.Declared declared;
    private final Reading reading;
    private final Faults faults;

    MemoryTickets(MemoryApi api, MemoryPsa.Declared declared, Reading reading, Faults faults) {
        this.api = api;
        this.declared = declared;
        this.reading = reading;
        this.faults = faults;
    }

    @Override
    public Ticket get(Id<Ticket> id) {
        declared.require(Capability.TICKETS_SEARCH);
        return read(id);
    }

    @Override
    public Page<Ticket> list(TicketFilter filter, PageRequest page) {
        declared.require(Capability.TICKETS_SEARCH);
        Ask ask = Ask.to(Operation.LIST_TICKETS).with("query", new Conditions(faults).of(filter));
        return api.page(ask, page, reading::ticket);
    }

    @Override
    public Ticket create(NewTicket ticket) {
        declared.require(Capability.TICKETS_CREATE);
        Map<String, Optional<String>> members = new HashMap<>();
        ticket.fields()
                .forEach((field, value) -> members.put(field.wireName(), Optional.of(value)));
        members.put(
                "summary",
                Optional.of(
                        Texts.summary(
                                ticket.fields().getOrDefault(TicketField.SUMMARY, ""), faults)));
        members.put("description", Optional.ofNullable(ticket.description()));
        members.put("marker", Optional.ofNullable(ticket.marker()));
        if (faults.has(KitFault.NOTIFIES_BY_DEFAULT)) {
            members.put("notify", Optional.of("true"));
        }
        Ticket created =
                api.record(Ask.to(Operation.CREATE_TICKET).sending(members), reading::ticket);
        Applied.check(ticket.fields(), created, faults);
        return created;
    }

    @Override
    public Ticket update(Id<Ticket> id, TicketChange change) {
        declared.require(Capability.TICKETS_UPDATE);
        Map<String, Optional<String>> members = new HashMap<>();
        if (faults.has(KitFault.SENDS_BACK_WHAT_IT_READ)) {
            read(id).references()
                    .forEach(
                            (field, held) -> members.put(field.wireName(), Optional.of(held.id())));
        }
        change.fields()
                .forEach((field, value) -> {
                    if (value.isPresent() || !faults.has(KitFault.CLEAR_IS_IGNORED)) {
                        members.put(field.wireName(), value);
                    }
                });
        if (faults.has(KitFault.CUSTOM_FIELDS_WIPED)) {
            members.put("custom", Optional.empty());
        }
        change.fields()
                .getOrDefault(TicketField.SUMMARY, Optional.empty())
                .ifPresent(summary ->
                        members.put("summary", Optional.of(Texts.summary(summary, faults))));
        Ticket changed =
                api.record(
                        Ask.to(Operation.UPDATE_TICKET)
                                .with("id", Keys.checked(id.value()))
                                .sending(members),
                        reading::ticket);
        Applied.check(change, changed, faults);
        return changed;
    }

    @Override
    public Optional<Ticket> findByMarker(String marker) {
        declared.require(Capability.TICKETS_CREATE);
        Ask ask = Ask.to(Operation.LIST_TICKETS).with("query", Conditions.is("marker", marker));
        return api.page(ask, PageRequest.first(1), reading::ticket).items().stream().findFirst();
    }

    private Ticket read(Id<Ticket> id) {
        return api.record(
                Ask.to(Operation.READ_TICKET).with("id", Keys.checked(id.value())),
                reading::ticket);
    }
}
