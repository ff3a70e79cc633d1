package io.psabridge.tck.memory;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.Notes;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Operation;
import java.time.Instant;
import java.util.List;

/** Notes of a PSA in memory. */
final class MemoryNotes implements Notes {

    private final MemoryApi api;
    private final MemoryPsa.Declared declared;
    private final Reading reading;
    private final Faults faults;

    MemoryNotes(MemoryApi api, MemoryPsa.Declared declared, Reading reading, Faults faults) {
        this.api = api;
        this.declared = declared;
        this.reading = reading;
        this.faults = faults;
    }

    @Override
    public Page<Note> list(Id<Ticket> ticket, PageRequest page) {
        declared.require(Capability.NOTES_READ);
        String id = Keys.checked(ticket.value());
        Ask ask =
                Ask.to(Operation.LIST_NOTES)
                        .with("ticketId", id)
                        .with("query", Conditions.is("ticketId", id));
        return api.page(ask, page, reading::note);
    }

    @Override
    public Note add(Id<Ticket> ticket, NewNote note) {
        declared.require(Capability.NOTES_WRITE);
        Ask ask =
                Ask.to(Operation.ADD_NOTE)
                        .with("ticketId", Keys.checked(ticket.value()))
                        .sending("text", Texts.note(note.text(), faults))
                        .sending("audience", placement(note).wireName());
        Id<Member> author = note.author();
        if (author != null && !faults.has(KitFault.AUTHOR_LOST)) {
            ask = ask.sending("authorId", author.value());
        }
        if (notifies(note)) {
            ask = ask.sending("notify", "true");
        }
        Note posted = api.record(ask, reading::note);
        Applied.check(note, posted, faults);
        return posted;
    }

    @Override
    public Alike alike(Id<Ticket> ticket, NewNote sent) {
        declared.require(Capability.NOTES_READ);
        String id = Keys.checked(ticket.value());
        api.record(Ask.to(Operation.READ_TICKET).with("id", id), reading::ticket);
        Ask ask =
                Ask.to(Operation.LIST_NOTES)
                        .with("ticketId", id)
                        .with("query", Conditions.is("ticketId", id));
        List<Note> alike =
                api.whole(ask, reading::note).stream().filter(note -> isLike(sent, note)).toList();
        return new Alike(alike, Instant.parse(Records.now()));
    }

    private static boolean isLike(NewNote sent, Note note) {
        Id<Member> author = sent.author();
        return note.text().equals(sent.text())
                && note.audience() == sent.audience()
                && (author == null || author.value().equals(note.author().memberId()));
    }

    private Audience placement(NewNote note) {
        return faults.has(KitFault.WRONG_PLACEMENT_FLAG) ? Audience.DISCUSSION : note.audience();
    }

    private boolean notifies(NewNote note) {
        return note.notifyCustomer()
                || faults.has(KitFault.NOTIFIES_BY_DEFAULT)
                || (faults.has(KitFault.INTERNAL_NOTE_WITH_NOTIFICATIONS)
                        && note.audience() == Audience.INTERNAL);
    }
}
