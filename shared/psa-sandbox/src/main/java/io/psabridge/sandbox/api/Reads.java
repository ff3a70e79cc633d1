package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.query.FieldSelection;
import org.jspecify.annotations.Nullable;

/** Single records of one kind. */
final class Reads {

    private final Kind kind;

    Reads(Kind kind) {
        this.kind = kind;
    }

    Answer get(Call call) {
        Row row = Access.find(call, kind, call.id(), Action.INQUIRE);
        return show(call, row);
    }

    /** A record by what people call it, such as a member's identifier. */
    Answer byIdentifier(Call call) {
        Access.require(call, kind, Action.INQUIRE);
        String identifier = call.segments().getLast();
        Row row =
                Records.first(
                        call.site().table(kind.table()),
                        record -> Records.text(record, "identifier").equalsIgnoreCase(identifier));
        if (row == null) {
            throw Refusal.notFound(kind.label(), identifier);
        }
        return show(call, row);
    }

    private Answer show(Call call, Row row) {
        @Nullable FieldSelection fields = FieldSelection.parse(call.query("fields"));
        return Answer.json(200, Shown.bytes(call, kind, row, fields));
    }
}
