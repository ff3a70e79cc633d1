package io.psabridge.connectwise.conformance;

import static io.psabridge.connectwise.conformance.SandboxRecords.flag;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Puts tickets and notes into a company of the sandbox, and changes them, behind the API's back.
 */
final class NewTickets {

    private final SandboxCompany company;
    private final SandboxRecords records;

    NewTickets(SandboxCompany company) {
        this.company = company;
        this.records = new SandboxRecords(company);
    }

    Id<Ticket> ticket(String summary, Id<Board> board, Id<Company> customer) {
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

    void edit(Id<Ticket> ticket, TicketField field, String value) {
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

    void setUpdated(Id<Ticket> ticket, Instant moment) {
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

    void setCustom(Id<Ticket> ticket, String value) {
        company.put(
                Tables.TICKETS, number(ticket), Json.object("customFields", customFields(value)));
    }

    Id<Note> note(Id<Ticket> ticket, String text, Audience audience) {
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

    private String defaultStatus(Id<Board> board) {
        return company.records(Tables.STATUSES).stream()
                .filter(row -> board.value().equals(SandboxRecords.referenceId(row, "board")))
                .filter(row -> flag(row, "defaultFlag"))
                .findFirst()
                .map(row -> Long.toString(SandboxRecords.id(row)))
                .orElseThrow();
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
