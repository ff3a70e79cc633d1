package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.TicketField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members that the provider reads of each record, found by letting its readers look. */
final class ReadMembers {

    private ReadMembers() {}

    static Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        all.put(
                "company info",
                new NotedRecord()
                        .with("Codebase", "v4_6_release/")
                        .looked(row -> CompanyInfo.read(row, "x")));
        all.put("ticket", ticket());
        all.put("note", note());
        all.put(
                "status",
                new NotedRecord()
                        .looked(
                                ConnectWiseStatuses::status,
                                ConnectWiseStatuses::isActive,
                                ConnectWiseStatuses::order));
        all.put(
                "member",
                new NotedRecord()
                        .with("defaultEmail", "Office")
                        .looked(ConnectWiseMembers::member));
        all.put(
                "company",
                new NotedRecord()
                        .holding("status")
                        .looked(ConnectWiseDirectory::company, ConnectWiseDirectory::isKept));
        all.put(
                "contact",
                new NotedRecord()
                        .holding("company")
                        .listing(
                                "communicationItems",
                                "communicationType",
                                List.of("Email", "Phone"))
                        .looked(ContactReader::contact, ContactReader::isActive));
        all.put(
                "board",
                new NotedRecord()
                        .looked(
                                ConnectWiseDirectory::ref,
                                ConnectWiseDirectory::isActive,
                                ConnectWiseDirectory::isOfServiceDesk));
        all.put(
                "type, subtype, item",
                new NotedRecord()
                        .looked(ConnectWiseDirectory::ref, ConnectWiseDirectory::isActive));
        all.put(
                "priority",
                new NotedRecord().looked(ConnectWiseDirectory::ref, ConnectWiseDirectory::order));
        all.put("source", new NotedRecord().looked(ConnectWiseDirectory::ref));
        all.put(
                "location",
                new NotedRecord()
                        .looked(ConnectWiseDirectory::ref, ConnectWiseDirectory::isLocation));
        all.put(
                "callback",
                new NotedRecord()
                        .with("type", "ticket")
                        .with("url", "https://bridge.example/?id=")
                        .with("level", "owner")
                        .looked(ConnectWiseCallbacks::registration));
        return all;
    }

    private static Set<String> ticket() {
        String[] references =
                Arrays.stream(TicketField.values())
                        .filter(field -> field != TicketField.SUMMARY)
                        .map(TicketFields::name)
                        .toArray(String[]::new);
        return new NotedRecord()
                .holding(references)
                .holding("_info")
                .looked(
                        row ->
                                TicketReader.ticket(
                                        row, "", SiteAddress.of("na.myconnectwise.net"), "x"),
                        row -> ConnectWiseTickets.isMarked(row, "x"));
    }

    private static Set<String> note() {
        NewNote asked = new NewNote("x", Audience.INTERNAL, false, Id.of("1"));
        return new NotedRecord()
                .holding("member", "contact", "_info")
                .looked(NoteReader::note, row -> ConnectWiseNotes.differences(1, asked, row));
    }
}
