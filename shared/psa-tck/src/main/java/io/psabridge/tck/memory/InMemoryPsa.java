package io.psabridge.tck.memory;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Board;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Note;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Forgery;
import io.psabridge.tck.Operation;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandIn;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import io.psabridge.tck.StoredTicket;
import io.psabridge.tck.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One company's PSA, in memory: complete, right, and able to go wrong when told to. */
public final class InMemoryPsa implements StandIn {

    private final String account;
    private final Front front;
    private Records records = new Records();
    private World world = Seeds.plant(records);

    InMemoryPsa(String account, String key) {
        this.account = account;
        this.front = new Front(key);
        reset();
    }

    /** From now on this key signs in too. */
    public void accept(String key) {
        front.accept(key);
    }

    /** From now on this key is refused, as after a revocation. */
    public void refuse(String key) {
        front.refuse(key);
    }

    /** With it the messages to those who registered are signed. */
    String signingKey() {
        return "signing-key-of-" + account;
    }

    /** The door through which the provider comes. */
    Front front() {
        return front;
    }

    @Override
    public void reset() {
        synchronized (front) {
            records = new Records();
            world = Seeds.plant(records);
            front.open(new Service(records, account));
        }
    }

    @Override
    public World world() {
        synchronized (front) {
            return world;
        }
    }

    @Override
    public List<StoredTicket> tickets() {
        synchronized (front) {
            return records.table(Kind.TICKET).all().stream().map(Stored::ticket).toList();
        }
    }

    @Override
    public List<Id<Member>> members() {
        synchronized (front) {
            return records.table(Kind.MEMBER).all().stream()
                    .map(row -> Id.<Member>of(row.getOrDefault("id", "")))
                    .toList();
        }
    }

    @Override
    public List<StoredNote> notes(Id<Ticket> ticket) {
        synchronized (front) {
            return records.table(Kind.NOTE).all().stream()
                    .filter(row -> ticket.value().equals(row.get("ticketId")))
                    .map(Stored::note)
                    .toList();
        }
    }

    @Override
    public int mails() {
        return front.mails();
    }

    @Override
    public List<Received> received() {
        return front.received();
    }

    @Override
    public void forget() {
        front.forget();
    }

    @Override
    public int receivedElsewhere() {
        return front.elsewhere();
    }

    @Override
    public void arrange(StandInFault fault, Operation operation) {
        front.arrange(fault, operation);
    }

    @Override
    public Callbacks.Message message(Callbacks.Topic topic, String recordId, boolean deleted) {
        return MemoryMessage.about(topic, recordId, deleted).signed(signingKey());
    }

    @Override
    public Callbacks.Message forged(Forgery forgery, Callbacks.Topic topic, String recordId) {
        return switch (forgery) {
            case KEY_ELSEWHERE -> throw PsaBench.cannot("name a key in a message");
            case OTHER_KEY -> MemoryMessage.about(topic, recordId, false).signed("made up");
            case CHANGED_BODY, NO_SIGNATURE, OTHER_ENCODING, WRITTEN_ANEW ->
                    forgery.of(message(topic, recordId, false), recordId);
        };
    }

    @Override
    public Id<Ticket> addTicket(String summary, Id<Board> board, Id<Company> company) {
        synchronized (front) {
            return Id.of(
                    records.addTicket(
                            Map.of(
                                    "summary", Optional.of(summary),
                                    "boardId", Optional.of(board.value()),
                                    "companyId", Optional.of(company.value()))));
        }
    }

    @Override
    public void editTicket(Id<Ticket> ticket, TicketField field, String value) {
        synchronized (front) {
            records.changeTicket(ticket.value(), Map.of(field.wireName(), Optional.of(value)));
        }
    }

    @Override
    public void setUpdated(Id<Ticket> ticket, Instant moment) {
        synchronized (front) {
            records.table(Kind.TICKET).row(ticket.value()).put("updatedAt", moment.toString());
        }
    }

    @Override
    public void setCustom(Id<Ticket> ticket, String value) {
        synchronized (front) {
            records.table(Kind.TICKET).row(ticket.value()).put("custom", value);
        }
    }

    @Override
    public void removeTicket(Id<Ticket> ticket) {
        remove(Kind.TICKET, ticket.value());
    }

    @Override
    public Id<Note> addNote(Id<Ticket> ticket, String text, Audience audience) {
        return Id.of(add(Kind.NOTE, NewRows.note(ticket.value(), text, audience)));
    }

    @Override
    public Id<Member> addMember(String name, String email, boolean active) {
        return Id.of(add(Kind.MEMBER, NewRows.member(name, email, active)));
    }

    @Override
    public void removeMember(Id<Member> member) {
        remove(Kind.MEMBER, member.value());
    }

    @Override
    public Id<Company> addCompany(String name) {
        return Id.of(add(Kind.COMPANY, Map.of("name", name)));
    }

    @Override
    public Id<Contact> addContact(String first, String last, String email, Id<Company> company) {
        return Id.of(add(Kind.CONTACT, NewRows.contact(first, last, email, company.value())));
    }

    @Override
    public Id<Board> addBoard(String name) {
        return Id.of(add(Kind.BOARD, Map.of("name", name)));
    }

    @Override
    public Id<Status> addStatus(Id<Board> board, String name, boolean closed) {
        return Id.of(add(Kind.STATUS, NewRows.status(board.value(), name, closed)));
    }

    private String add(Kind kind, Map<String, String> members) {
        synchronized (front) {
            return records.add(kind, members);
        }
    }

    private void remove(Kind kind, String id) {
        synchronized (front) {
            records.table(kind).remove(id);
        }
    }
}
