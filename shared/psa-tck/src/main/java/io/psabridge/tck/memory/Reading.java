package io.psabridge.tck.memory;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Note;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.KitFault;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a PSA in memory. */
final class Reading {

    private final Faults faults;

    Reading(Faults faults) {
        this.faults = faults;
    }

    Ticket ticket(Document ticket) {
        check(ticket);
        Map<TicketField, Ref> references = new EnumMap<>(TicketField.class);
        for (TicketField field : TicketField.values()) {
            Ref reference =
                    field == TicketField.SUMMARY ? null : ticket.reference(Documents.member(field));
            if (reference != null) {
                references.put(field, reference);
            }
        }
        String id = ticket.text("id");
        return new Ticket(
                Id.of(id),
                ticket.text("summary"),
                ticket.optional("description"),
                closed(ticket, references),
                references,
                moment(ticket.optional("createdAt")),
                moment(ticket.optional("updatedAt")),
                URI.create("https://memory.example/tickets/" + id),
                ticket.toString());
    }

    Note note(Document note) {
        check(note);
        Ref author = note.reference("author");
        return new Note(
                Id.of(note.text("id")),
                note.text("text"),
                Audience.valueOf(note.text("audience").toUpperCase(Locale.ROOT)),
                new Note.Author(
                        author == null ? null : author.name(),
                        author == null ? null : author.id(),
                        null),
                moment(note.optional("createdAt")),
                null);
    }

    Status status(Document status) {
        check(status);
        return new Status(
                Id.of(status.text("id")),
                status.text("name"),
                status.flag("closed"),
                status.flag("default"));
    }

    Member member(Document member) {
        check(member);
        String email = member.optional("email");
        return new Member(
                Id.of(member.text("id")),
                member.text("identifier"),
                member.text("name"),
                email == null ? List.of() : List.of(email),
                member.flag("active"),
                member.flag("api"));
    }

    Company company(Document company) {
        check(company);
        return new Company(
                Id.of(company.text("id")),
                company.text("name"),
                company.optional("identifier"),
                company.optional("status"),
                company.optional("phone"),
                company.optional("website"));
    }

    Contact contact(Document contact) {
        check(contact);
        return new Contact(
                Id.of(contact.text("id")),
                contact.text("name"),
                contact.optional("email"),
                contact.optional("phone"),
                contact.reference("company"));
    }

    Board board(Document board) {
        check(board);
        return new Board(Id.of(board.text("id")), board.text("name"));
    }

    Ref ref(Document row) {
        check(row);
        return new Ref(row.text("id"), row.text("name"));
    }

    private boolean closed(Document ticket, Map<TicketField, Ref> references) {
        Ref status = references.get(TicketField.STATUS);
        if (faults.has(KitFault.CLOSED_BY_NAME) && status != null) {
            return status.name().toLowerCase(Locale.ROOT).contains("closed");
        }
        return ticket.flag("closed");
    }

    private @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return faults.has(KitFault.LOCAL_TIME)
                ? LocalDateTime.parse(text.replace("Z", ""))
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                : Instant.parse(text);
    }

    private void check(Document document) {
        if (faults.has(KitFault.NULL_IS_A_CRASH)) {
            document.members().values().forEach(Objects::requireNonNull);
        }
        if (faults.has(KitFault.NEW_MEMBER_IS_A_CRASH)
                && document.members().containsKey("addedInTheNextRelease")) {
            throw new IllegalStateException("unknown member");
        }
    }
}
