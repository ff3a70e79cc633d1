package io.psabridge.connectwise;

import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import io.psabridge.spi.Tickets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Service tickets at {@code /service/tickets}; single project tickets at {@code /project/tickets}.
 */
final class ConnectWiseTickets implements Tickets {

    private static final String PATH = TicketRoute.SERVICE.path();
    private static final int LONGEST_SUMMARY = ConnectWiseProvider.LIMITS.summary();
    private static final int LONGEST_DESCRIPTION = ConnectWiseProvider.LIMITS.noteText();
    private static final int MARKED_TICKETS = 50;

    private final ConnectWiseApi api;
    private final RowReader rows;
    private final TicketFinder finder;

    ConnectWiseTickets(ConnectWiseApi api, RowReader rows) {
        this.api = api;
        this.rows = rows;
        this.finder = new TicketFinder(api);
    }

    @Override
    public Ticket get(Id<Ticket> id) {
        WireReply answer = finder.find(Ids.number("ticketId", id)).answer();
        return answer.read(() -> ticket(answer.object(), answer.raw()));
    }

    @Override
    public Page<Ticket> list(TicketFilter filter, PageRequest page) {
        ListQuery query =
                ListQuery.of(PATH).where(TicketConditions.of(filter)).newestFirstOfAnyLength();
        String text = filter.text();
        RowPage found =
                rows.matching(
                        query,
                        row -> text == null || Texts.contains(row.text("summary").orElse(""), text),
                        page);
        return new Page<>(
                found.rows().stream().map(row -> ticket(row, Json.text(row.members()))).toList(),
                found.next());
    }

    @Override
    public Ticket create(NewTicket ticket) {
        WireReply answer = api.call(WireRequest.post(PATH, body(ticket)));
        WireObject record = answer.object();
        Map<TicketField, Optional<String>> asked = new EnumMap<>(TicketField.class);
        ticket.fields().forEach((field, value) -> asked.put(field, Optional.of(value)));
        Ticket made = answer.read(() -> ticket(record, answer.raw()));
        List<TicketField> ignored = answer.read(() -> Asked.ignored(asked, record));
        if (!ignored.isEmpty()) {
            throw Asked.notApplied("ticket " + made.id(), ignored, record);
        }
        return made;
    }

    @Override
    public Ticket update(Id<Ticket> id, TicketChange change) {
        int number = Ids.number("ticketId", id);
        List<Map<String, Object>> operations = PatchOperations.of(change, LONGEST_SUMMARY);
        if (operations.isEmpty()) {
            return get(id);
        }
        WireReply answer = patch(number, operations);
        List<TicketField> ignored = ignored(change, answer);
        if (!ignored.isEmpty() && ignored.stream().allMatch(f -> isCleared(change, f))) {
            List<Map<String, Object>> otherWay = PatchOperations.remove(ignored);
            answer = AfterWrite.run(() -> patch(number, otherWay));
            ignored = ignored(change, answer);
        }
        if (ignored.isEmpty() && change.fields().containsKey(TicketField.STATUS)) {
            answer = finder.readBack(number);
            ignored = ignored(change, answer);
        }
        if (!ignored.isEmpty()) {
            throw Asked.notApplied("ticket " + id, ignored, answer.object());
        }
        WireReply shown = answer;
        return shown.read(() -> ticket(shown.object(), shown.raw()));
    }

    @Override
    public Optional<Ticket> findByMarker(String marker) {
        ListQuery query =
                ListQuery.of(PATH)
                        .where(Conditions.NONE.equal("externalXRef", checkedMarker(marker)));
        return rows.page(query, null, MARKED_TICKETS).rows().stream()
                .filter(row -> isMarked(row, marker))
                .reduce((older, newer) -> newer)
                .map(row -> ticket(row, Json.text(row.members())));
    }

    Ticket ticket(WireObject record, String raw) {
        return TicketReader.ticket(record, raw, api.site(), api.login().companyId());
    }

    static boolean isMarked(WireObject row, String marker) {
        return row.text("externalXRef").filter(marker::equals).isPresent();
    }

    private WireReply patch(int ticket, List<Map<String, Object>> operations) {
        return finder.patch(ticket, operations);
    }

    private static Map<String, Object> body(NewTicket ticket) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (TicketField field : TicketField.values()) {
            String value = ticket.fields().get(field);
            if (value != null) {
                body.put(
                        TicketFields.name(field),
                        field == TicketField.SUMMARY
                                ? Texts.toSend(field.wireName(), value, LONGEST_SUMMARY)
                                : Map.of("id", Ids.number(field.wireName(), value)));
            }
        }
        if (ticket.description() != null && !ticket.description().isBlank()) {
            body.put(
                    "initialDescription",
                    Texts.toSend("description", ticket.description(), LONGEST_DESCRIPTION));
        }
        if (ticket.marker() != null) {
            body.put("externalXRef", checkedMarker(ticket.marker()));
        }
        body.put("processNotifications", false);
        return body;
    }

    private static String checkedMarker(String marker) {
        if (marker.isBlank()
                || marker.length() > 100
                || !marker.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message("A marker is 1 to 100 printable ASCII characters")
                    .build();
        }
        return marker;
    }

    private static boolean isCleared(TicketChange change, TicketField field) {
        Optional<String> value = change.fields().get(field);
        return value != null && value.isEmpty();
    }

    private static List<TicketField> ignored(TicketChange change, WireReply answer) {
        return new ArrayList<>(answer.read(() -> Asked.ignored(change.fields(), answer.object())));
    }
}
