package io.psabridge.connectwise.conformance;

import static io.psabridge.connectwise.conformance.SandboxRecords.flag;
import static io.psabridge.connectwise.conformance.SandboxRecords.text;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.StoredNote;
import io.psabridge.tck.StoredTicket;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what a company of the sandbox holds in the kit's terms. */
final class StoredRows {

    private static final String API_LICENCE = "A";

    private final SandboxCompany company;

    StoredRows(SandboxCompany company) {
        this.company = company;
    }

    List<StoredTicket> tickets() {
        return company.records(Tables.TICKETS).stream().map(StoredRows::ticket).toList();
    }

    /** Members with keys of the API are in no list. */
    List<Id<Member>> members() {
        return company.records(Tables.MEMBERS).stream()
                .filter(row -> !text(row, "licenseClass").equals(API_LICENCE))
                .map(row -> Id.<Member>of(Long.toString(SandboxRecords.id(row))))
                .toList();
    }

    List<StoredNote> notes(Id<Ticket> ticket) {
        return company.records(Tables.NOTES).stream()
                .filter(row -> text(row, "ticketId").equals(ticket.value()))
                .map(this::note)
                .toList();
    }

    private static StoredTicket ticket(Map<String, Object> row) {
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

    private StoredNote note(Map<String, Object> row) {
        return new StoredNote(
                Id.of(Long.toString(SandboxRecords.id(row))),
                text(row, "text"),
                audience(row),
                author(row).orElse(null),
                flag(row, "processNotifications"));
    }

    /** Absent when several see it, or nobody. */
    private static @Nullable Audience audience(Map<String, Object> row) {
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
        return seen.size() == 1 ? seen.iterator().next() : null;
    }

    private Optional<Id<Member>> author(Map<String, Object> row) {
        return Optional.ofNullable(SandboxRecords.referenceId(row, "member"))
                .filter(id -> company.record(Tables.MEMBERS, Long.parseLong(id)).isPresent())
                .map(Id::of);
    }

    private static @Nullable Instant moment(Map<String, Object> row, String member) {
        String text = text(row, member);
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
