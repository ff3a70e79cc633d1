package io.psabridge.connectwise;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Psa;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import io.psabridge.tck.KeptKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Does once what the provider can do, on the records of a sandbox's full world. */
final class WholeTour {

    private static final PageRequest PAGE = PageRequest.first(50);
    private static final Id<Ticket> PROJECT_TICKET = Id.of("47310");
    private static final String HOST = "hooks.bridge.example";

    private final Psa psa;
    private final SandboxCompany company;

    WholeTour(Psa psa, SandboxCompany company) {
        this.psa = psa;
        this.company = company;
    }

    void run() throws InterruptedException {
        psa.verify();
        lists();
        Ticket ticket = tickets();
        notes(ticket.id());
        notes(PROJECT_TICKET);
        psa.statuses().ofBoard(Id.of("21"));
        psa.statuses().change(ticket.id(), Id.of("511"));
        callbacks(ticket.id());
    }

    private void lists() {
        psa.members().get(psa.members().list(PAGE).items().getFirst().id());
        psa.directory().company(psa.directory().companies("a", PAGE).items().getFirst().id());
        psa.directory().contact(psa.directory().contacts("a", null, PAGE).items().getFirst().id());
        psa.directory().contacts("kunde@kit.example", Id.of("250"), PAGE);
        psa.directory().boards();
        psa.directory().types(Id.of("21"));
        psa.directory().subTypes(Id.of("21"));
        psa.directory().items(Id.of("21"));
        psa.directory().priorities();
        psa.directory().sources();
        psa.directory().locations();
    }

    private Ticket tickets() {
        TicketFilter all =
                TicketFilter.ALL
                        .with(TicketField.BOARD, "21")
                        .withClosed(false)
                        .withUpdatedSince(Instant.parse("2020-01-01T00:00:00Z"));
        psa.tickets().list(all, PAGE);
        psa.tickets().list(all.withText("printer ".repeat(300)), PAGE);
        psa.tickets().findByMarker("psabridge:tour");
        Ticket made =
                psa.tickets()
                        .create(
                                NewTicket.of("Printer on fire", "250")
                                        .with(TicketField.BOARD, "21")
                                        .with(TicketField.PRIORITY, "2")
                                        .with(TicketField.TYPE, "71")
                                        .with(TicketField.SUB_TYPE, "171")
                                        .with(TicketField.ITEM, "271")
                                        .with(TicketField.ASSIGNEE, "115")
                                        .withDescription("Since this morning")
                                        .withMarker("psabridge:tour"));
        psa.tickets()
                .update(
                        made.id(),
                        TicketChange.NONE
                                .set(TicketField.SUMMARY, "Fuser replaced")
                                .set(TicketField.PRIORITY, "4")
                                .clear(TicketField.ITEM));
        psa.tickets().get(PROJECT_TICKET);
        psa.tickets()
                .update(
                        PROJECT_TICKET,
                        TicketChange.NONE.set(TicketField.SUMMARY, "Switch rollout, all floors"));
        return psa.tickets().get(made.id());
    }

    private void notes(Id<Ticket> ticket) {
        psa.notes().add(ticket, NewNote.of("Called back", Audience.INTERNAL));
        psa.notes().list(ticket, PAGE);
    }

    private void callbacks(Id<Ticket> ticket) throws InterruptedException {
        URI url = URI.create("https://" + HOST + "/v1/callbacks/one?id=");
        Callbacks.Registration entry = psa.callbacks().register(Callbacks.Topic.TICKET, url);
        company.put(
                Tables.CALLBACKS,
                Long.parseLong(entry.id().value()),
                Map.of("inactiveFlag", true, "isSelfSuppressedFlag", false));
        psa.callbacks().register(Callbacks.Topic.TICKET, url);
        psa.tickets().update(ticket, TicketChange.NONE.set(TicketField.SUMMARY, "All is well"));
        psa.callbacks().verify(posted(), KeptKeys.unlimited());
        psa.callbacks().remove(entry.id());
    }

    /** What the sandbox would have posted: it reaches loopback addresses only. */
    private Callbacks.Message posted() throws InterruptedException {
        if (!company.awaitDeliveries(1, Duration.ofSeconds(5))) {
            throw new AssertionError("The sandbox posts nothing");
        }
        Delivery delivery = company.deliveries().getLast();
        return new Callbacks.Message(
                Map.of("x-content-signature", delivery.signature()),
                delivery.body().getBytes(StandardCharsets.UTF_8));
    }
}
