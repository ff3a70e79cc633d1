package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import io.psabridge.spi.Ref;
import java.util.Optional;

/** Reads ConnectWise's note records. */
final class NoteReader {

    private NoteReader() {}

    static Note note(WireObject record) {
        WireObject info = record.object("_info");
        return new Note(
                Id.of(Integer.toString(record.id())),
                Texts.unescaped(record.text("text").orElse("")),
                audience(record),
                author(record),
                record.moment("dateCreated").or(() -> info.moment("dateEntered")).orElse(null),
                record.filled("createdBy").or(() -> info.filled("enteredBy")).orElse(null));
    }

    /** By the placement flags alone; a note on several tabs counts for whoever sees the most. */
    static Audience audience(WireObject record) {
        if (record.flag(Placement.of(Audience.DISCUSSION))) {
            return Audience.DISCUSSION;
        }
        return record.flag(Placement.of(Audience.RESOLUTION))
                ? Audience.RESOLUTION
                : Audience.INTERNAL;
    }

    private static Note.Author author(WireObject record) {
        Optional<Ref> member = record.reference("member");
        Optional<Ref> contact = record.reference("contact");
        return new Note.Author(
                member.or(() -> contact)
                        .map(Ref::name)
                        .filter(name -> !name.isBlank())
                        .or(() -> record.filled("createdBy"))
                        .orElse(null),
                member.map(Ref::id).orElse(null),
                contact.map(Ref::id).orElse(null));
    }
}
