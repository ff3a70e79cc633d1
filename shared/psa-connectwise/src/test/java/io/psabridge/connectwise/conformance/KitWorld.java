package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.World;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Adds to a company's seeds what the kit's tests refer to. */
final class KitWorld {

    private static final String HELP_DESK = "21";
    private static final Id<Company> CUSTOMER = Id.of("250");
    private static final Map<TicketField, String> TAKEN =
            Map.of(
                    TicketField.PRIORITY, "2",
                    TicketField.TYPE, "71",
                    TicketField.SUB_TYPE, "171",
                    TicketField.ITEM, "271",
                    TicketField.ASSIGNEE, "115");

    private KitWorld() {}

    static World plant(SandboxCompany company) {
        NewRecords records = new NewRecords(company);
        Id<Status> closing = records.status(Id.of(HELP_DESK), "Erledigt", true);
        Id<Contact> contact = records.contact("Kit", "Kunde", "kunde@kit.example", CUSTOMER);
        Id<Ticket> ticket =
                new NewTickets(company).ticket("Printer jams", Id.of(HELP_DESK), CUSTOMER);
        Map<TicketField, String> references = new EnumMap<>(TAKEN);
        references.put(TicketField.CONTACT, contact.value());
        return new World(
                ticket,
                Id.of(HELP_DESK),
                Id.of("22"),
                Id.of("511"),
                Id.of("521"),
                closing,
                Id.of("514"),
                CUSTOMER,
                Id.of("251"),
                contact,
                Id.of("115"),
                references,
                EnumSet.of(
                        TicketField.CONTACT,
                        TicketField.TYPE,
                        TicketField.SUB_TYPE,
                        TicketField.ITEM,
                        TicketField.ASSIGNEE));
    }
}
