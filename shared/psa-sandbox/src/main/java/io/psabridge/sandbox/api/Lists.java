package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Table;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.query.Condition;
import io.psabridge.sandbox.query.FieldSelection;
import io.psabridge.sandbox.query.OrderBy;
import io.psabridge.sandbox.query.QueryException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists and counts of one kind of record. */
final class Lists {

    private final Kind kind;
    private final Predicate<Row> filter;
    private final UnaryOperator<Row> view;

    Lists(Kind kind) {
        this(kind, row -> true, UnaryOperator.identity());
    }

    private Lists(Kind kind, Predicate<Row> filter, UnaryOperator<Row> view) {
        this.kind = kind;
        this.filter = filter;
        this.view = view;
    }

    /** These lists without the records that do not pass. */
    Lists only(Predicate<Row> passing) {
        return new Lists(kind, filter.and(passing), view);
    }

    /** These lists with records in another form than they are kept in. */
    Lists shownAs(UnaryOperator<Row> form) {
        return new Lists(kind, filter, form);
    }

    Answer list(Call call) {
        return list(call, Search.ofUrl(call), 200);
    }

    Answer search(Call call) {
        int status = call.site().is(Switch.SEARCH_STATUS, "201") ? 201 : 200;
        return list(call, Search.ofBody(call), status);
    }

    Answer count(Call call) {
        Level level = Access.requireForList(call, kind);
        int count = matching(call, Search.ofUrl(call), Page.of(call), level).size();
        return Answer.json(
                200,
                Json.object("count", call.site().is(Switch.COUNT, "exact") ? count : count + 1));
    }

    private Answer list(Call call, Search search, int status) {
        Level level = Access.requireForList(call, kind);
        refuseTooWide(call, search);
        Page page = Page.of(call);
        List<Row> rows = matching(call, search, page, level);
        List<Row> shown = page.of(rows, call.effect());
        Answer answer =
                Answer.json(status, bytes(call, shown, FieldSelection.parse(call.query("fields"))));
        long lastId = shown.isEmpty() ? page.afterId() : shown.getLast().id();
        String links = Links.of(call, page, rows.size(), lastId);
        return links == null ? answer : answer.withHeader("Link", links);
    }

    private List<Row> matching(Call call, Search search, Page page, Level level) {
        try {
            return sorted(call, search, page, level);
        } catch (QueryException e) {
            throw Refusal.badCondition(String.valueOf(e.getMessage()));
        }
    }

    private List<Row> sorted(Call call, Search search, Page page, Level level) {
        OrderBy order = OrderBy.parse(search.orderBy(), kind.model());
        Condition condition = search.condition(kind.model(), call.site().dialect());
        Table table = call.site().table(kind.table());
        boolean descending = page.descendingById(order);
        Collection<Row> all =
                kind.parent() == null
                        ? descending ? table.descending() : table.ascending()
                        : table.of(call.parentId(), descending);
        long hiddenFrom = hiddenFrom(call.effect(), table);
        List<Row> rows = new ArrayList<>();
        for (Row stored : all) {
            if (stored.id() <= page.afterId()
                    || stored.id() >= hiddenFrom
                    || !belongs(call, stored)
                    || !filter.test(stored)
                    || !Access.sees(call, kind, level, stored)) {
                continue;
            }
            Row row = view.apply(stored);
            if (condition.holds(row.members())) {
                rows.add(row);
            }
        }
        if (!page.forwardOnly() && order.byId() == OrderBy.ById.NO) {
            rows.sort(Comparator.comparing(Row::members, order.comparator()));
        }
        return rows;
    }

    private void refuseTooWide(Call call, Search search) {
        String conditions = search.conditions();
        if (kind.table().equals(Tables.TICKETS)
                && conditions != null
                && conditions
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .equals("closedflag=false")
                && call.site().is(Switch.SLOW_QUERIES, "timeout")) {
            throw Refusal.verbatim(Answer.text(500, "text/plain", "timeout"));
        }
    }

    private boolean belongs(Call call, Row row) {
        String parent = kind.parent();
        if (parent == null) {
            return true;
        }
        long id = call.parentId();
        return Records.number(row.members(), parent) == id
                || Records.referenceId(row.members(), parent) == id;
    }

    private static long hiddenFrom(FaultEffect effect, Table table) {
        if (!(effect instanceof FaultEffect.HideNewest(int hidden))) {
            return Long.MAX_VALUE;
        }
        long from = Long.MAX_VALUE;
        int left = hidden;
        for (Row row : table.descending()) {
            if (left-- == 0) {
                break;
            }
            from = row.id();
        }
        return from;
    }

    private byte[] bytes(Call call, List<Row> rows, @Nullable FieldSelection fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 + rows.size() * 1024);
        out.write('[');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(Shown.bytes(call, kind, rows.get(i), fields));
        }
        out.write(']');
        return out.toByteArray();
    }
}
