package io.psabridge.tck;

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
import java.time.Instant;
import java.util.List;

/** One company's PSA as the tests see it from behind: what it holds, received and sent. */
public interface StandIn {

    /** Back to the seeded world: no fault, no memory of requests and mails. */
    void reset();

    World world();

    /** All tickets, by id. */
    List<StoredTicket> tickets();

    /** The members that the PSA lists, by id. */
    List<Id<Member>> members();

    /** A ticket's notes, by id. */
    List<StoredNote> notes(Id<Ticket> ticket);

    /** How many e-mails went out since the reset. */
    int mails();

    /** The requests since the reset or the last {@link #forget}; what finds the PSA counts too. */
    List<Received> received();

    /** Forgets the requests. */
    void forget();

    /** How many requests reached a listener that is not the PSA. */
    int receivedElsewhere();

    /** Makes {@code fault} happen whenever {@code operation}'s main request comes. */
    void arrange(StandInFault fault, Operation operation);

    /** A message about a record, as the PSA posts it to whoever registered. */
    Callbacks.Message message(Callbacks.Topic topic, String recordId, boolean deleted);

    /** A message about a record that the PSA never posted. */
    Callbacks.Message forged(Forgery forgery, Callbacks.Topic topic, String recordId);

    /** Adds an open ticket in the board's default status. */
    Id<Ticket> addTicket(String summary, Id<Board> board, Id<Company> company);

    /** Edits a ticket behind the provider's back. */
    void editTicket(Id<Ticket> ticket, TicketField field, String value);

    /** Sets when a ticket was changed last. */
    void setUpdated(Id<Ticket> ticket, Instant moment);

    /** Sets a custom field; its name is one that the PSA knows. */
    void setCustom(Id<Ticket> ticket, String value);

    void removeTicket(Id<Ticket> ticket);

    Id<Note> addNote(Id<Ticket> ticket, String text, Audience audience);

    Id<Member> addMember(String name, String email, boolean active);

    void removeMember(Id<Member> member);

    Id<Company> addCompany(String name);

    Id<Contact> addContact(String first, String last, String email, Id<Company> company);

    Id<Board> addBoard(String name);

    Id<Status> addStatus(Id<Board> board, String name, boolean closed);
}
