package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.Notes;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ticket's own notes, at {@code notes} below the ticket. */
final class ConnectWiseNotes implements Notes {

    private static final int LONGEST_TEXT = ConnectWiseProvider.LIMITS.noteText();

    private final RowReader rows;
    private final TicketFinder finder;

    ConnectWiseNotes(ConnectWiseApi api, RowReader rows) {
        this.rows = rows;
        this.finder = new TicketFinder(api);
    }

    @Override
    public Page<Note> list(Id<Ticket> ticket, PageRequest page) {
        int number = Ids.number("ticketId", ticket);
        RowPage found;
        try {
            found = page(TicketRoute.SERVICE, number, page);
        } catch (PsaException e) {
            if (e.code() != PsaErrorCode.NOT_FOUND
                    || finder.find(number).route() == TicketRoute.SERVICE) {
                throw e;
            }
            found = page(TicketRoute.PROJECT, number, page);
        }
        return new Page<>(found.rows().stream().map(NoteReader::note).toList(), found.next());
    }

    @Override
    public Note add(Id<Ticket> ticket, NewNote note) {
        int number = Ids.number("ticketId", ticket);
        Map<String, Object> body = body(note);
        WireReply answer =
                finder.write(number, route -> WireRequest.post(route.notes(number), body));
        WireObject record = answer.object();
        Note added = answer.read(() -> NoteReader.note(record));
        List<PsaException.FieldError> differences =
                answer.read(() -> differences(number, note, record));
        if (!differences.isEmpty()) {
            throw PsaException.of(PsaErrorCode.NOT_APPLIED)
                    .effect(Effect.UNKNOWN)
                    .message("ConnectWise stored note " + added.id() + " otherwise than asked")
                    .fix("Look at the note in ConnectWise")
                    .errors(differences)
                    .build();
        }
        return added;
    }

    private RowPage page(TicketRoute route, int ticket, PageRequest page) {
        return rows.page(ListQuery.of(route.notes(ticket)), page.after(), page.size());
    }

    private static Map<String, Object> body(NewNote note) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", Texts.toSend("text", note.text(), LONGEST_TEXT));
        for (Audience audience : Audience.values()) {
            body.put(Placement.of(audience), audience == note.audience());
        }
        if (note.author() != null) {
            body.put("member", Map.of("id", Ids.number("memberId", note.author())));
        }
        body.put(
                "processNotifications",
                note.notifyCustomer() && note.audience() != Audience.INTERNAL);
        return body;
    }

    static List<PsaException.FieldError> differences(int ticket, NewNote asked, WireObject record) {
        List<PsaException.FieldError> found = new ArrayList<>();
        if (!Texts.same(asked.text(), record.text("text").orElse(""))) {
            found.add(new PsaException.FieldError("text", "came back changed or cut"));
        }
        if (NoteReader.audience(record) != asked.audience()) {
            found.add(new PsaException.FieldError("audience", "is not the one asked for"));
        }
        if (asked.author() != null
                && record.object("member").id("id").orElse(0)
                        != Integer.parseInt(asked.author().value())) {
            found.add(new PsaException.FieldError("authorUserId", "is not the author shown"));
        }
        if (record.id("ticketId").filter(shown -> shown != ticket).isPresent()) {
            found.add(new PsaException.FieldError("ticketId", "is not the ticket shown"));
        }
        return found;
    }
}
