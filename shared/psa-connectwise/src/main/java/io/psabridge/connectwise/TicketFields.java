package io.psabridge.connectwise;

import io.psabridge.spi.TicketField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What ConnectWise calls the fields of a ticket. */
final class TicketFields {

    private static final Map<TicketField, String> NAMES = new EnumMap<>(TicketField.class);

    static {
        NAMES.put(TicketField.SUMMARY, "summary");
        NAMES.put(TicketField.COMPANY, "company");
        NAMES.put(TicketField.CONTACT, "contact");
        NAMES.put(TicketField.BOARD, "board");
        NAMES.put(TicketField.STATUS, "status");
        NAMES.put(TicketField.PRIORITY, "priority");
        NAMES.put(TicketField.TYPE, "type");
        NAMES.put(TicketField.SUB_TYPE, "subType");
        NAMES.put(TicketField.ITEM, "item");
        NAMES.put(TicketField.ASSIGNEE, "owner");
    }

    private TicketFields() {}

    static String name(TicketField field) {
        return NAMES.getOrDefault(field, field.wireName());
    }

    /** The API's name for a field that ConnectWise names, such as {@code status/id}. */
    static String wireName(String named) {
        int slash = named.indexOf('/');
        String field = slash < 0 ? named : named.substring(0, slash);
        if (field.equals("initialDescription")) {
            return "description";
        }
        return Arrays.stream(TicketField.values())
                .filter(candidate -> name(candidate).equals(field))
                .map(TicketField::wireName)
                .findFirst()
                .orElse(named);
    }
}
