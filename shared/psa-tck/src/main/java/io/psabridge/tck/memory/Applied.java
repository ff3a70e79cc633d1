package io.psabridge.tck.memory;

import io.psabridge.spi.Effect;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaException.FieldError;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.KitFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the record that a write returned with what was asked. */
final class Applied {

    private Applied() {}

    static void check(Map<TicketField, String> asked, Ticket shown, Faults faults) {
        TicketChange change = TicketChange.NONE;
        for (Map.Entry<TicketField, String> field : asked.entrySet()) {
            change = change.set(field.getKey(), field.getValue());
        }
        check(change, shown, faults);
    }

    static void check(TicketChange asked, Ticket shown, Faults faults) {
        List<FieldError> errors = new ArrayList<>();
        asked.fields()
                .forEach((field, value) -> {
                    if (!value.equals(shownValue(field, shown))) {
                        errors.add(new FieldError(field.wireName(), "The PSA kept another value"));
                    }
                });
        // these two send something else than was asked on purpose
        boolean noticesNothing =
                faults.has(KitFault.CLEAR_IS_IGNORED)
                        || faults.has(KitFault.LOSES_NON_ASCII)
                        || faults.has(KitFault.TRUSTS_THE_WRITE_ANSWER);
        if (!errors.isEmpty() && !noticesNothing) {
            throw notApplied(errors);
        }
    }

    static void check(NewNote asked, Note shown, Faults faults) {
        if (!asked.text().equals(shown.text()) || asked.audience() != shown.audience()) {
            boolean noticesNothing =
                    faults.has(KitFault.LOSES_NON_ASCII)
                            || faults.has(KitFault.WRONG_PLACEMENT_FLAG)
                            || faults.has(KitFault.TRUSTS_THE_WRITE_ANSWER);
            if (!noticesNothing) {
                throw notApplied(List.of(new FieldError("text", "The PSA shows another note")));
            }
        }
    }

    private static Optional<String> shownValue(TicketField field, Ticket shown) {
        return field == TicketField.SUMMARY
                ? Optional.of(shown.summary())
                : shown.reference(field).map(Ref::id);
    }

    private static PsaException notApplied(List<FieldError> errors) {
        return PsaException.of(PsaErrorCode.NOT_APPLIED)
                .message("The PSA said yes and shows something else")
                .effect(Effect.UNKNOWN)
                .errors(errors)
                .build();
    }
}
