package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.data.Tables;
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
import io.psabridge.tck.Received;
import io.psabridge.tck.StandIn;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import io.psabridge.tck.StoredTicket;
import io.psabridge.tck.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One company of the sandbox, as the kit sees it. */
final class SandboxStandIn implements StandIn {

    private final SandboxCompany company;
    private final Elsewhere elsewhere;
    private final RecordedLog log;
    private final NewTickets newTickets;
    private final NewRecords newRecords;
    private final StoredRows stored;
    private final RequestLog requests;
    private final Arrangements arrangements;
    private final SandboxMessages messages;
    private @Nullable World world;

    SandboxStandIn(
            ConnectWiseSandbox sandbox,
            SandboxCompany company,
            Elsewhere elsewhere,
            AtomicInteger sent,
            RecordedLog log) {
        this.log = log;
        this.company = company;
        this.elsewhere = elsewhere;
        this.newTickets = new NewTickets(company);
        this.newRecords = new NewRecords(company);
        this.stored = new StoredRows(company);
        this.requests = new RequestLog(sandbox, company, sent);
        this.arrangements = new Arrangements(sandbox, company, elsewhere);
        this.messages = new SandboxMessages(sandbox, company, elsewhere);
    }

    @Override
    public void reset() {
        company.reset();
        arrangements.clear();
        world = KitWorld.plant(company);
        forget();
        log.clear();
    }

    @Override
    public World world() {
        return Objects.requireNonNull(world, "reset comes first");
    }

    @Override
    public List<StoredTicket> tickets() {
        return stored.tickets();
    }

    @Override
    public List<Id<Member>> members() {
        return stored.members();
    }

    @Override
    public List<StoredNote> notes(Id<Ticket> ticket) {
        return stored.notes(ticket);
    }

    @Override
    public int mails() {
        return company.outbox().size();
    }

    @Override
    public List<Received> received() {
        return requests.received();
    }

    @Override
    public void forget() {
        requests.forget();
        elsewhere.forget();
    }

    @Override
    public int receivedElsewhere() {
        return elsewhere.received();
    }

    @Override
    public void arrange(StandInFault fault, Operation operation) {
        arrangements.make(fault, operation, world());
    }

    @Override
    public Callbacks.Message message(Callbacks.Topic topic, String recordId, boolean deleted) {
        return messages.right(topic, recordId, deleted);
    }

    @Override
    public Callbacks.Message forged(Forgery forgery, Callbacks.Topic topic, String recordId) {
        return messages.forged(forgery, topic, recordId);
    }

    @Override
    public Id<Ticket> addTicket(String summary, Id<Board> board, Id<Company> customer) {
        return newTickets.ticket(summary, board, customer);
    }

    @Override
    public void editTicket(Id<Ticket> ticket, TicketField field, String value) {
        newTickets.edit(ticket, field, value);
    }

    @Override
    public void setUpdated(Id<Ticket> ticket, Instant moment) {
        newTickets.setUpdated(ticket, moment);
    }

    @Override
    public void setCustom(Id<Ticket> ticket, String value) {
        newTickets.setCustom(ticket, value);
    }

    @Override
    public void removeTicket(Id<Ticket> ticket) {
        company.remove(Tables.TICKETS, Long.parseLong(ticket.value()));
    }

    @Override
    public Id<Note> addNote(Id<Ticket> ticket, String text, Audience audience) {
        return newTickets.note(ticket, text, audience);
    }

    @Override
    public Id<Member> addMember(String name, String email, boolean active) {
        return newRecords.member(name, email, active);
    }

    @Override
    public void removeMember(Id<Member> member) {
        company.remove(Tables.MEMBERS, Long.parseLong(member.value()));
    }

    @Override
    public Id<Company> addCompany(String name) {
        return newRecords.company(name);
    }

    @Override
    public Id<Contact> addContact(String first, String last, String email, Id<Company> customer) {
        return newRecords.contact(first, last, email, customer);
    }

    @Override
    public Id<Board> addBoard(String name) {
        return newRecords.board(name);
    }

    @Override
    public Id<Status> addStatus(Id<Board> board, String name, boolean closed) {
        return newRecords.status(board, name, closed);
    }
}
