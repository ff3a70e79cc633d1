package io.psabridge.tck.memory;

import io.psabridge.spi.TicketField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All tables of one PSA, and the rules by which tickets and notes are written. */
final class Records {

    private static final int LONGEST_SUMMARY = 100;

    private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);

    Records() {
        long first = 1001;
        for (Kind kind : Kind.values()) {
            tables.put(kind, new Table(first));
            first = first % 1000 + 100;
        }
    }

    Table table(Kind kind) {
        return Objects.requireNonNull(tables.get(kind));
    }

    String add(Kind kind, Map<String, String> members) {
        return table(kind).add(members);
    }

    String name(Kind kind, String id) {
        Table table = table(kind);
        return table.has(id) ? table.row(id).getOrDefault("name", "") : "";
    }

    String defaultStatus(String board) {
        return table(Kind.STATUS).all().stream()
                .filter(row ->
                        board.equals(row.get("boardId")) && "true".equals(row.get("default")))
                .map(row -> row.getOrDefault("id", ""))
                .findFirst()
                .orElseThrow(() -> new Refused(422, "The board has no default status"));
    }

    String addTicket(Map<String, Optional<String>> members) {
        Map<String, String> row = new HashMap<>();
        String board = table(Kind.BOARD).all().iterator().next().getOrDefault("id", "");
        row.put("boardId", members.getOrDefault("boardId", Optional.empty()).orElse(board));
        row.put("createdAt", now());
        if (members.getOrDefault("companyId", Optional.empty()).isEmpty()) {
            throw new Refused(422, "A ticket needs a company");
        }
        write(row, members);
        return add(Kind.TICKET, row);
    }

    void changeTicket(String id, Map<String, Optional<String>> members) {
        Map<String, String> row = table(Kind.TICKET).row(id);
        Map<String, String> changed = new HashMap<>(row);
        write(changed, members);
        row.clear();
        row.putAll(changed);
    }

    private void write(Map<String, String> row, Map<String, Optional<String>> members) {
        members.forEach((name, value) ->
                value.ifPresentOrElse(text -> row.put(name, text), () -> row.remove(name)));
        String summary = row.getOrDefault("summary", "");
        if (summary.isBlank() || summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
            throw new Refused(422, "A summary has 1 to 100 characters");
        }
        for (TicketField field : TicketField.values()) {
            String id = row.get(field.wireName());
            if (field != TicketField.SUMMARY && id != null && !table(kind(field)).has(id)) {
                throw new Refused(422, "There is no " + field.wireName() + " " + id);
            }
        }
        String board = row.getOrDefault("boardId", "");
        String status = row.computeIfAbsent("statusId", absent -> defaultStatus(board));
        Map<String, String> held = table(Kind.STATUS).row(status);
        if (!board.equals(held.get("boardId"))) {
            throw new Refused(422, "The status is not one of the ticket's board");
        }
        row.put("closed", held.getOrDefault("closed", "false"));
        row.put("updatedAt", now());
    }

    static Kind kind(TicketField field) {
        return switch (field) {
            case SUMMARY -> throw new IllegalArgumentException("A summary is no reference");
            case COMPANY -> Kind.COMPANY;
            case CONTACT -> Kind.CONTACT;
            case BOARD -> Kind.BOARD;
            case STATUS -> Kind.STATUS;
            case PRIORITY -> Kind.PRIORITY;
            case TYPE -> Kind.TYPE;
            case SUB_TYPE -> Kind.SUBTYPE;
            case ITEM -> Kind.ITEM;
            case ASSIGNEE -> Kind.MEMBER;
        };
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
