package io.psabridge.tck;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Psa;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.net.URI;

/** Does each {@link Operation} once, in a plain way. */
final class Operations {

    static final PageRequest PAGE = PageRequest.first(50);

    private static final String HOST = "bridge.example.com";

    private Operations() {}

    /** Returns what the provider made of it. */
    static Object run(Operation operation, Psa psa, World world) {
        return switch (operation) {
            case SIGN_IN -> psa.verify();
            case READ_TICKET -> psa.tickets().get(world.ticket());
            case LIST_TICKETS -> psa.tickets().list(TicketFilter.ALL, PAGE);
            case CREATE_TICKET -> psa.tickets().create(newTicket(world));
            case UPDATE_TICKET ->
                    psa.tickets()
                            .update(
                                    world.ticket(),
                                    TicketChange.NONE.set(TicketField.SUMMARY, "Fuser replaced"));
            case LIST_NOTES -> psa.notes().list(world.ticket(), PAGE);
            case ADD_NOTE ->
                    psa.notes().add(world.ticket(), NewNote.of("Called back", Audience.INTERNAL));
            case LIST_STATUSES -> psa.statuses().ofBoard(world.board());
            case CHANGE_STATUS -> psa.statuses().change(world.ticket(), world.sameName());
            case LIST_MEMBERS -> psa.members().list(PAGE);
            case READ_MEMBER -> psa.members().get(world.member());
            case LIST_COMPANIES -> psa.directory().companies(null, PAGE);
            case READ_COMPANY -> psa.directory().company(world.company());
            case LIST_CONTACTS -> psa.directory().contacts(null, null, PAGE);
            case READ_CONTACT -> psa.directory().contact(world.contact());
            case LIST_BOARDS -> psa.directory().boards();
            case LIST_TYPES -> psa.directory().types(world.board());
            case LIST_SUBTYPES -> psa.directory().subTypes(world.board());
            case LIST_ITEMS -> psa.directory().items(world.board());
            case LIST_PRIORITIES -> psa.directory().priorities();
            case LIST_SOURCES -> psa.directory().sources();
            case LIST_LOCATIONS -> psa.directory().locations();
            case LIST_CALLBACKS -> psa.callbacks().list(HOST);
            case REGISTER_CALLBACK ->
                    psa.callbacks()
                            .register(Callbacks.Topic.TICKET, URI.create("https://" + HOST + "/"));
            case REMOVE_CALLBACK -> {
                psa.callbacks().remove(Id.of("987654"));
                yield "removed";
            }
        };
    }

    static NewTicket newTicket(World world) {
        return NewTicket.of("Printer on fire", world.company().value())
                .with(TicketField.BOARD, world.board().value());
    }
}
