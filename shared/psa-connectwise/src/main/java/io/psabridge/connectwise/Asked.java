package io.psabridge.connectwise;

import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the record that ConnectWise shows with what it was asked to make of it. */
final class Asked {

    private Asked() {}

    /** The fields that the record shows otherwise; an empty value asks for none. */
    static List<TicketField> ignored(Map<TicketField, Optional<String>> asked, WireObject record) {
        List<TicketField> ignored = new ArrayList<>();
        for (TicketField field : TicketField.values()) {
            Optional<String> wanted = asked.get(field);
            if (wanted != null && !shows(record, field, wanted)) {
                ignored.add(field);
            }
        }
        return ignored;
    }

    static PsaException notApplied(String what, List<TicketField> ignored, WireObject record) {
        return PsaException.of(PsaErrorCode.NOT_APPLIED)
                .effect(Effect.UNKNOWN)
                .message(
                        "ConnectWise said yes, but "
                                + what
                                + " shows another value: "
                                + String.join(
                                        ", ", ignored.stream().map(f -> now(f, record)).toList()))
                .fix("Look at the workflow rules of the board and at the record in ConnectWise")
                .errors(
                        ignored.stream()
                                .map(field ->
                                        new PsaException.FieldError(
                                                field.wireName(),
                                                "was not applied; " + now(field, record)))
                                .toList())
                .build();
    }

    private static boolean shows(WireObject record, TicketField field, Optional<String> wanted) {
        if (field == TicketField.SUMMARY) {
            return Texts.same(record.text("summary").orElse(""), wanted.orElse(""));
        }
        Optional<String> shown =
                record.object(TicketFields.name(field)).id("id").map(id -> Integer.toString(id));
        return shown.equals(wanted.map(id -> Integer.toString(Integer.parseInt(id))));
    }

    private static String now(TicketField field, WireObject record) {
        if (field == TicketField.SUMMARY) {
            return "summary differs";
        }
        String name = TicketFields.name(field);
        return record.reference(name)
                .map(target -> name + " is " + target.id() + " " + target.name())
                .orElse(name + " is none");
    }
}
