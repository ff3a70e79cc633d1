package io.psabridge.tck.memory;

import io.psabridge.spi.Id;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.World;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills a PSA in memory with a small MSP: two boards, two companies, one open ticket. */
final class Seeds {

    private final Records records;

    private Seeds(Records records) {
        this.records = records;
    }

    static World plant(Records records) {
        return new Seeds(records).plant();
    }

    private World plant() {
        String board = board("Help Desk");
        String otherBoard = board("Projects");
        String inProgress = status(board, "In Progress", false);
        String closedByFlag = status(board, "Solved", true);
        String namedClosed = status(board, "Closed? Ask customer", false);
        String elsewhere = status(otherBoard, "In Progress", false);
        String company =
                add(
                        Kind.COMPANY,
                        Map.of(
                                "name",
                                "Nordwind Logistics",
                                "identifier",
                                "nordwind",
                                "status",
                                "Active",
                                "phone",
                                "+49 221 1234"));
        String otherCompany = add(Kind.COMPANY, Map.of("name", "Südstern Bakery"));
        String contact =
                add(
                        Kind.CONTACT,
                        Map.of(
                                "firstName",
                                "Carla",
                                "lastName",
                                "Kunde",
                                "name",
                                "Carla Kunde",
                                "email",
                                "carla@nordwind.example",
                                "companyId",
                                company));
        String member =
                add(
                        Kind.MEMBER,
                        Map.of(
                                "identifier",
                                "tech1",
                                "name",
                                "Tessa Tech",
                                "email",
                                "tessa@msp.example",
                                "active",
                                "true",
                                "api",
                                "false"));
        add(
                Kind.MEMBER,
                Map.of("identifier", "bridge", "name", "API", "active", "true", "api", "true"));
        add(Kind.SOURCE, Map.of("name", "Phone"));
        add(Kind.LOCATION, Map.of("name", "Main Office"));

        Map<TicketField, String> references = new EnumMap<>(TicketField.class);
        references.put(TicketField.CONTACT, contact);
        references.put(TicketField.ASSIGNEE, member);
        references.put(TicketField.PRIORITY, add(Kind.PRIORITY, Map.of("name", "High")));
        references.put(TicketField.TYPE, ofBoard(Kind.TYPE, board, "Incident"));
        references.put(TicketField.SUB_TYPE, ofBoard(Kind.SUBTYPE, board, "Printer"));
        references.put(TicketField.ITEM, ofBoard(Kind.ITEM, board, "Fuser"));
        Map<String, Optional<String>> ticket = new HashMap<>();
        references.forEach((field, id) -> ticket.put(field.wireName(), Optional.of(id)));
        ticket.put("summary", Optional.of("Printer is jammed"));
        ticket.put("description", Optional.of("Since this morning"));
        ticket.put("boardId", Optional.of(board));
        ticket.put("companyId", Optional.of(company));
        String id = records.addTicket(ticket);

        return new World(
                Id.of(id),
                Id.of(board),
                Id.of(otherBoard),
                Id.of(inProgress),
                Id.of(elsewhere),
                Id.of(closedByFlag),
                Id.of(namedClosed),
                Id.of(company),
                Id.of(otherCompany),
                Id.of(contact),
                Id.of(member),
                references,
                Set.copyOf(references.keySet()));
    }

    private String board(String name) {
        String board = add(Kind.BOARD, Map.of("name", name));
        add(
                Kind.STATUS,
                Map.of("boardId", board, "name", "New", "closed", "false", "default", "true"));
        return board;
    }

    private String status(String board, String name, boolean closed) {
        return add(
                Kind.STATUS,
                Map.of(
                        "boardId",
                        board,
                        "name",
                        name,
                        "closed",
                        Boolean.toString(closed),
                        "default",
                        "false"));
    }

    private String ofBoard(Kind kind, String board, String name) {
        return add(kind, Map.of("boardId", board, "name", name));
    }

    private String add(Kind kind, Map<String, String> members) {
        return records.add(kind, members);
    }
}
