package io.psabridge.connectwise.conformance;

import static io.psabridge.connectwise.conformance.SandboxRecords.flag;
import static io.psabridge.connectwise.conformance.SandboxRecords.text;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Note;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandIn;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import io.psabridge.tck.StoredTicket;
import io.psabridge.tck.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One company of the sandbox, as the kit sees it. */
final class SandboxStandIn implements StandIn {

    private static final long LONGEST_LAG_NANOS = 300_000_000;
    private static final String HELP_DESK = "21";
    private static final Map<TicketField, String> TAKEN =
            Map.of(
                    TicketField.PRIORITY, "2",
                    TicketField.TYPE, "71",
                    TicketField.SUB_TYPE, "171",
                    TicketField.ITEM, "271",
                    TicketField.ASSIGNEE, "115");

    private final ConnectWiseSandbox sandbox;
    private final SandboxCompany company;
    private final SandboxRecords records;
    private final Elsewhere elsewhere;
    private final AtomicInteger sent;
    private @Nullable World world;

    SandboxStandIn(
            ConnectWiseSandbox sandbox,
            SandboxCompany company,
            Elsewhere elsewhere,
            AtomicInteger sent) {
        this.sent = sent;
        this.sandbox = sandbox;
        this.company = company;
        this.records = new SandboxRecords(company);
        this.elsewhere = elsewhere;
    }

    @Override
    public void reset() {
        sandbox.faults().clear();
        company.reset();
        company.workflow();
        for (Switch each : Switch.values()) {
            company.set(each, each.usual());
        }
        Id<Status> closing = addStatus(Id.of(HELP_DESK), "Erledigt", true);
        Id<Contact> contact = addContact("Kit", "Kunde", "kunde@kit.example", Id.of("250"));
        Id<Ticket> ticket = addTicket("Printer jams", Id.of(HELP_DESK), Id.of("250"));
        Map<TicketField, String> references = new EnumMap<>(TAKEN);
        references.put(TicketField.CONTACT, contact.value());
        world =
                new World(
                        ticket,
                        Id.of(HELP_DESK),
                        Id.of("22"),
                        Id.of("511"),
                        Id.of("521"),
                        closing,
                        Id.of("514"),
                        Id.of("250"),
                        Id.of("251"),
                        contact,
                        Id.of("115"),
                        references,
                        EnumSet.of(
                                TicketField.CONTACT,
                                TicketField.TYPE,
                                TicketField.SUB_TYPE,
                                TicketField.ITEM,
                                TicketField.ASSIGNEE));
        forget();
    }

    @Override
    public World world() {
        return Objects.requireNonNull(world, "reset comes first");
    }

    @Override
    public List<StoredTicket> tickets() {
        return company.records(Tables.TICKETS).stream().map(SandboxStandIn::stored).toList();
    }

    @Override
    public List<StoredNote> notes(Id<Ticket> ticket) {
        return company.records(Tables.NOTES).stream()
                .filter(row -> text(row, "ticketId").equals(ticket.value()))
                .map(this::storedNote)
                .toList();
    }

    @Override
    public int mails() {
        return company.outbox().size();
    }

    @Override
    public List<Received> received() {
        long giveUp = System.nanoTime() + LONGEST_LAG_NANOS;
        List<Received> requests = logged();
        while (requests.size() < sent.get() && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
            requests = logged();
        }
        return requests;
    }

    private List<Received> logged() {
        return sandbox.received().stream().filter(this::isMine).map(Requests::read).toList();
    }

    @Override
    public void forget() {
        received();
        sent.set(0);
        sandbox.forgetReceived();
        elsewhere.forget();
    }

    @Override
    public int receivedElsewhere() {
        return elsewhere.received();
    }

    @Override
    public void arrange(StandInFault fault, Operation operation) {
        switch (fault) {
            case WRONG_KEYS_AS_404 -> company.set(Switch.BAD_KEYS, "404");
            case WORKFLOW_UNDOES_STATUS -> company.workflow(new WorkflowRule(21, 511, 510));
            case NEXT_LINK_ELSEWHERE -> company.set(Switch.LINK_ORIGIN, elsewhere.origin());
            case REDIRECTS_ELSEWHERE ->
                    order(
                            SandboxFaults.answer(
                                    302,
                                    "text/html",
                                    "",
                                    Map.of("Location", elsewhere.origin() + "/x")),
                            operation);
            case WRITE_WITHOUT_EFFECT -> order(withoutEffect(operation), operation);
            case IGNORES_PAGE_KEY ->
                    order(
                            Fault.of(
                                    new FaultEffect.Answer(
                                            200,
                                            "application/json",
                                            Map.of(),
                                            Json.text(newestTickets(5)),
                                            false)),
                            operation);
            case NULL_MEMBERS, ABSENT_MEMBERS, EMPTY_REFERENCES, UNKNOWN_MEMBERS ->
                    order(OddRecords.answer(fault, operation, world(), company), operation);
            default ->
                    order(
                            SandboxFaults.effect(fault, operation)
                                    .orElseThrow(() -> PsaBench.cannot("play " + fault)),
                            operation);
        }
    }

    @Override
    public Id<Ticket> addTicket(String summary, Id<Board> board, Id<Company> customer) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return Id.of(
                records.add(
                        Tables.TICKETS,
                        "summary",
                        summary,
                        "recordType",
                        "ServiceTicket",
                        "board",
                        records.reference(TicketField.BOARD, board.value()),
                        "status",
                        records.reference(TicketField.STATUS, defaultStatus(board)),
                        "company",
                        records.reference(TicketField.COMPANY, customer.value()),
                        "priority",
                        records.reference(TicketField.PRIORITY, "4"),
                        "severity",
                        "Medium",
                        "impact",
                        "Medium",
                        "closedFlag",
                        false,
                        "automaticEmailContactFlag",
                        true,
                        "contactEmailAddress",
                        "kunde@kit.example",
                        "customFields",
                        customFields(Json.NULL),
                        "_info",
                        Json.object("lastUpdated", now, "dateEntered", now)));
    }

    @Override
    public void editTicket(Id<Ticket> ticket, TicketField field, String value) {
        Object set = field == TicketField.SUMMARY ? value : records.reference(field, value);
        String member =
                field == TicketField.SUMMARY
                        ? "summary"
                        : Objects.requireNonNull(SandboxRecords.REFERENCES.get(field));
        company.put(Tables.TICKETS, number(ticket), Json.object(member, set));
        if (field == TicketField.STATUS) {
            boolean closed =
                    flag(
                            company.record(Tables.STATUSES, Long.parseLong(value)).orElseThrow(),
                            "closedStatus");
            company.put(Tables.TICKETS, number(ticket), Json.object("closedFlag", closed));
        }
    }

    @Override
    public void setUpdated(Id<Ticket> ticket, Instant moment) {
        company.put(
                Tables.TICKETS,
                number(ticket),
                Json.object(
                        "_info",
                        Json.object(
                                "lastUpdated",
                                moment.toString(),
                                "dateEntered",
                                moment.toString())));
    }

    @Override
    public void setCustom(Id<Ticket> ticket, String value) {
        company.put(
                Tables.TICKETS, number(ticket), Json.object("customFields", customFields(value)));
    }

    @Override
    public void removeTicket(Id<Ticket> ticket) {
        company.remove(Tables.TICKETS, number(ticket));
    }

    @Override
    public Id<Note> addNote(Id<Ticket> ticket, String text, Audience audience) {
        return Id.of(
                records.add(
                        Tables.NOTES,
                        "ticketId",
                        number(ticket),
                        "text",
                        text,
                        "detailDescriptionFlag",
                        audience == Audience.DISCUSSION,
                        "internalAnalysisFlag",
                        audience == Audience.INTERNAL,
                        "resolutionFlag",
                        audience == Audience.RESOLUTION,
                        "dateCreated",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "createdBy",
                        "tferro"));
    }

    @Override
    public Id<Member> addMember(String name, String email, boolean active) {
        String[] names = name.split(" ", 2);
        return Id.of(
                records.add(
                        Tables.MEMBERS,
                        "identifier",
                        "m" + company.records(Tables.MEMBERS).size(),
                        "firstName",
                        names[0],
                        "lastName",
                        names.length > 1 ? names[1] : "",
                        "primaryEmail",
                        email,
                        "officeEmail",
                        email,
                        "defaultEmail",
                        "Office",
                        "licenseClass",
                        "F",
                        "inactiveFlag",
                        !active));
    }

    @Override
    public void removeMember(Id<Member> member) {
        company.remove(Tables.MEMBERS, number(member));
    }

    @Override
    public Id<Company> addCompany(String name) {
        return Id.of(
                records.add(
                        Tables.COMPANIES,
                        "name",
                        name,
                        "identifier",
                        "kit" + company.records(Tables.COMPANIES).size(),
                        "deletedFlag",
                        false));
    }

    @Override
    public Id<Contact> addContact(String first, String last, String email, Id<Company> customer) {
        return Id.of(
                records.add(
                        Tables.CONTACTS,
                        "firstName",
                        first,
                        "lastName",
                        last,
                        "company",
                        records.reference(TicketField.COMPANY, customer.value()),
                        "inactiveFlag",
                        false,
                        "communicationItems",
                        List.of(
                                Json.object(
                                        "id",
                                        1L,
                                        "value",
                                        email,
                                        "communicationType",
                                        "Email",
                                        "defaultFlag",
                                        true))));
    }

    @Override
    public Id<Board> addBoard(String name) {
        return Id.of(
                records.add(
                        Tables.BOARDS, "name", name, "inactiveFlag", false, "projectFlag", false));
    }

    @Override
    public Id<Status> addStatus(Id<Board> board, String name, boolean closed) {
        return Id.of(
                records.add(
                        Tables.STATUSES,
                        "name",
                        name,
                        "board",
                        records.reference(TicketField.BOARD, board.value()),
                        "sortOrder",
                        50L,
                        "inactive",
                        false,
                        "closedStatus",
                        closed,
                        "defaultFlag",
                        false));
    }

    private void order(Fault fault, Operation operation) {
        String[] request = SandboxFaults.request(operation, world());
        sandbox.order(fault.onCompany(company.id()).on(request[0], request[1]).forever());
    }

    private Fault withoutEffect(Operation operation) {
        return switch (operation) {
            case UPDATE_TICKET, CHANGE_STATUS -> Fault.of("patch-without-effect");
            case CREATE_TICKET -> made("{\"id\":48999,\"summary\":\"Printer on fire\"}");
            case ADD_NOTE ->
                    made(
                            "{\"id\":90999,\"ticketId\":"
                                    + world().ticket()
                                    + ",\"text\":\"Called\",\"internalAnalysisFlag\":true}");
            default -> throw PsaBench.cannot("ignore " + operation);
        };
    }

    private static Fault made(String record) {
        return SandboxFaults.answer(201, "application/json", record, Map.of());
    }

    private List<Map<String, Object>> newestTickets(int count) {
        List<Map<String, Object>> all = company.records(Tables.TICKETS);
        return all.reversed().subList(0, Math.min(count, all.size()));
    }

    private String defaultStatus(Id<Board> board) {
        return company.records(Tables.STATUSES).stream()
                .filter(row -> board.value().equals(SandboxRecords.referenceId(row, "board")))
                .filter(row -> flag(row, "defaultFlag"))
                .findFirst()
                .map(row -> Long.toString(SandboxRecords.id(row)))
                .orElseThrow();
    }

    private boolean isMine(ReceivedRequest request) {
        return request.company().equals(company.id())
                || request.path().endsWith("/companyinfo/" + company.id());
    }

    private static StoredTicket stored(Map<String, Object> row) {
        Map<String, Object> info = Json.asObject(row.getOrDefault("_info", Json.object()));
        return new StoredTicket(
                Id.of(Long.toString(SandboxRecords.id(row))),
                text(row, "summary"),
                SandboxRecords.references(row),
                flag(row, "closedFlag"),
                SandboxRecords.custom(row),
                moment(info, "dateEntered"),
                moment(info, "lastUpdated"));
    }

    private StoredNote storedNote(Map<String, Object> row) {
        Set<Audience> seen = EnumSet.noneOf(Audience.class);
        if (flag(row, "detailDescriptionFlag")) {
            seen.add(Audience.DISCUSSION);
        }
        if (flag(row, "internalAnalysisFlag")) {
            seen.add(Audience.INTERNAL);
        }
        if (flag(row, "resolutionFlag")) {
            seen.add(Audience.RESOLUTION);
        }
        boolean byPerson =
                Optional.ofNullable(SandboxRecords.referenceId(row, "member"))
                        .filter(id ->
                                company.record(Tables.MEMBERS, Long.parseLong(id)).isPresent())
                        .isPresent();
        return new StoredNote(
                Id.of(Long.toString(SandboxRecords.id(row))),
                text(row, "text"),
                seen.size() == 1 ? seen.iterator().next() : null,
                byPerson
                        ? Id.of(Objects.requireNonNull(SandboxRecords.referenceId(row, "member")))
                        : null,
                flag(row, "processNotifications"));
    }

    private static @Nullable Instant moment(Map<String, Object> row, String member) {
        String text = text(row, member);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static List<Object> customFields(Object value) {
        return List.of(
                Json.object(
                        "id",
                        7L,
                        "caption",
                        "Vendor Ticket Number",
                        "type",
                        "Text",
                        "entryMethod",
                        "EntryField",
                        "numberOfDecimals",
                        0L,
                        "value",
                        value));
    }

    private static long number(Id<?> id) {
        return Long.parseLong(id.value());
    }
}
