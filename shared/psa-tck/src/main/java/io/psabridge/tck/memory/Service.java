package io.psabridge.tck.memory;

import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a request asks for, as a right PSA, but for the fault that was ordered. */
final class Service {

    private static final int DEFAULT_PAGE = 25;

    private final Records records;
    private final Documents documents;
    private final String account;
    private int mails;

    Service(Records records, String account) {
        this.records = records;
        this.documents = new Documents(records);
        this.account = account;
    }

    int mails() {
        return mails;
    }

    Answer serve(Ask ask, @Nullable StandInFault fault) {
        return switch (ask.operation()) {
            case SIGN_IN ->
                    new Answer.One(new Document().put("id", account).put("version", "2026.1"));
            case READ_TICKET -> one(Kind.TICKET, id(ask), fault);
            case READ_MEMBER -> one(Kind.MEMBER, id(ask), fault);
            case READ_COMPANY -> one(Kind.COMPANY, id(ask), fault);
            case READ_CONTACT -> one(Kind.CONTACT, id(ask), fault);
            case CREATE_TICKET -> create(ask, fault);
            case UPDATE_TICKET, CHANGE_STATUS -> change(ask, fault);
            case ADD_NOTE -> addNote(ask, fault);
            case LIST_NOTES -> {
                records.table(Kind.TICKET).row(ask.param("ticketId").orElse(""));
                yield list(Kind.NOTE, ask, fault);
            }
            case REGISTER_CALLBACK -> register(ask, fault);
            case REMOVE_CALLBACK -> {
                Answer removed = one(Kind.CALLBACK, id(ask), fault);
                records.table(Kind.CALLBACK).remove(id(ask));
                yield removed;
            }
            default -> list(kind(ask.operation()), ask, fault);
        };
    }

    private Answer one(Kind kind, String id, @Nullable StandInFault fault) {
        return new Answer.One(documents.of(kind, records.table(kind).row(id), fault));
    }

    private Answer create(Ask ask, @Nullable StandInFault fault) {
        Map<String, Optional<String>> members = new HashMap<>(ask.body());
        if (fault == StandInFault.WRITE_WITHOUT_EFFECT) {
            members.keySet().retainAll(List.of("summary", "companyId", "boardId", "marker"));
        }
        mail(members);
        return one(Kind.TICKET, records.addTicket(members), fault);
    }

    private Answer change(Ask ask, @Nullable StandInFault fault) {
        Map<String, Optional<String>> members = new HashMap<>(ask.body());
        mail(members);
        String id = id(ask);
        Map<String, String> before = new HashMap<>(records.table(Kind.TICKET).row(id));
        if (fault != StandInFault.WRITE_WITHOUT_EFFECT) {
            records.changeTicket(id, members);
        }
        Answer answer = one(Kind.TICKET, id, fault);
        if (fault == StandInFault.WORKFLOW_UNDOES_STATUS) {
            records.changeTicket(
                    id, Map.of("statusId", Optional.ofNullable(before.get("statusId"))));
        }
        return answer;
    }

    private Answer addNote(Ask ask, @Nullable StandInFault fault) {
        String ticket = ask.param("ticketId").orElse("");
        records.table(Kind.TICKET).row(ticket);
        Map<String, String> row = new HashMap<>();
        ask.body().forEach((name, value) -> value.ifPresent(text -> row.put(name, text)));
        String author = row.get("authorId");
        if (author != null && !records.table(Kind.MEMBER).has(author)) {
            throw new Refused(422, "There is no member " + author);
        }
        String text = row.getOrDefault("text", "");
        if (fault == StandInFault.WRITE_WITHOUT_EFFECT) {
            row.put("text", text.substring(0, text.length() / 2));
        }
        row.put("ticketId", ticket);
        row.put("createdAt", Records.now());
        if ("true".equals(row.get("notify"))) {
            mails++;
        }
        return one(Kind.NOTE, records.add(Kind.NOTE, row), fault);
    }

    private Answer register(Ask ask, @Nullable StandInFault fault) {
        Map<String, String> row = new HashMap<>();
        ask.body().forEach((name, value) -> value.ifPresent(text -> row.put(name, text)));
        row.put("active", "true");
        return one(Kind.CALLBACK, records.add(Kind.CALLBACK, row), fault);
    }

    private void mail(Map<String, Optional<String>> members) {
        Optional<String> asked = members.getOrDefault("notify", Optional.empty());
        members.remove("notify");
        if (asked.filter("true"::equals).isPresent()) {
            mails++;
        }
    }

    private Answer list(Kind kind, Ask ask, @Nullable StandInFault fault) {
        Query query = ask.param("query").map(Query::parse).orElse(Query.ALL);
        boolean newestFirst = kind == Kind.TICKET;
        List<Map<String, String>> rows = records.table(kind).select(query, newestFirst);
        Optional<Long> after = ask.param("after").map(Long::parseLong);
        if (after.isPresent() && fault != StandInFault.IGNORES_PAGE_KEY) {
            rows =
                    rows.stream()
                            .filter(row ->
                                    newestFirst
                                            ? number(row) < after.get()
                                            : number(row) > after.get())
                            .toList();
        }
        int offset = Math.min(rows.size(), ask.param("offset").map(Integer::parseInt).orElse(0));
        rows = rows.subList(offset, rows.size());
        int size = ask.param("size").map(Integer::parseInt).orElse(DEFAULT_PAGE);
        int count = fault == StandInFault.SHORT_PAGES ? Math.max(1, size / 2) : size;
        boolean more = rows.size() > count || fault == StandInFault.IGNORES_PAGE_KEY;
        return new Answer.Listing(
                rows.stream().limit(count).map(row -> documents.of(kind, row, fault)).toList(),
                more,
                fault == StandInFault.NEXT_LINK_ELSEWHERE);
    }

    private static Kind kind(Operation list) {
        return switch (list) {
            case LIST_TICKETS -> Kind.TICKET;
            case LIST_STATUSES -> Kind.STATUS;
            case LIST_MEMBERS -> Kind.MEMBER;
            case LIST_COMPANIES -> Kind.COMPANY;
            case LIST_CONTACTS -> Kind.CONTACT;
            case LIST_BOARDS -> Kind.BOARD;
            case LIST_TYPES -> Kind.TYPE;
            case LIST_SUBTYPES -> Kind.SUBTYPE;
            case LIST_ITEMS -> Kind.ITEM;
            case LIST_PRIORITIES -> Kind.PRIORITY;
            case LIST_SOURCES -> Kind.SOURCE;
            case LIST_LOCATIONS -> Kind.LOCATION;
            case LIST_CALLBACKS -> Kind.CALLBACK;
            default -> throw new IllegalArgumentException(list + " is no list");
        };
    }

    private static long number(Map<String, String> row) {
        return Long.parseLong(row.getOrDefault("id", "0"));
    }

    private static String id(Ask ask) {
        return ask.param("id").orElse("");
    }
}
