package io.psabridge.connectwise;

import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists by key: always page 1 of what lies beyond the last row, so that rows that come and go
 * meanwhile make none repeat or be skipped. A short page is not the end.
 */
final class RowReader {

    private static final int LARGEST_PAGE = 1_000;
    private static final int CAREFUL_PAGE = 100;

    private final ConnectWiseApi api;
    private volatile int pageLimit = LARGEST_PAGE;

    RowReader(ConnectWiseApi api) {
        this.api = api;
    }

    /** The whole list. */
    List<WireObject> all(ListQuery query) {
        List<WireObject> all = new ArrayList<>();
        String key = null;
        do {
            RowPage page = page(query, key, LARGEST_PAGE);
            all.addAll(page.rows());
            key = page.next();
        } while (key != null);
        return all;
    }

    /** The rows of one page that are kept: a page without rows may still have a key. */
    RowPage matching(ListQuery query, Predicate<WireObject> kept, PageRequest request) {
        RowPage page = page(query, request.after(), request.size());
        return new RowPage(page.rows().stream().filter(kept).toList(), page.next());
    }

    RowPage page(ListQuery query, @Nullable String after, int size) {
        int asked = Math.min(size, pageLimit);
        try {
            return read(query, after, asked);
        } catch (PsaException e) {
            if (asked <= CAREFUL_PAGE || !isAboutPageSize(e)) {
                throw e;
            }
            pageLimit = CAREFUL_PAGE;
            return read(query, after, CAREFUL_PAGE);
        }
    }

    private RowPage read(ListQuery query, @Nullable String after, int size) {
        int last = after == null ? 0 : Ids.number("cursor", after);
        WireReply answer = api.call(request(query, last, size));
        return answer.read(() -> beyond(query, answer, last, size));
    }

    private WireRequest request(ListQuery query, int last, int size) {
        Conditions conditions = query.conditions();
        if (last > 0) {
            conditions = query.newestFirst() ? conditions.below(last) : conditions.above(last);
        }
        String order = query.newestFirst() ? "id desc" : "id asc";
        WireRequest get = WireRequest.get(query.path());
        if (!conditions.terms().isEmpty()) {
            get = get.with("conditions", conditions.text());
        }
        if (!query.children().terms().isEmpty()) {
            get = get.with("childConditions", query.children().text());
        }
        get = paged(get.with("orderBy", order), size);
        if (!query.searchable() || api.fits(get)) {
            return get;
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("conditions", conditions.text());
        body.put("orderBy", order);
        return paged(WireRequest.search(query.path() + "/search", body), size);
    }

    private static WireRequest paged(WireRequest request, int size) {
        return request.with("page", "1").with("pageSize", Integer.toString(size));
    }

    private static RowPage beyond(ListQuery query, WireReply answer, int last, int size) {
        List<WireObject> rows = answer.objects();
        List<WireObject> kept = new ArrayList<>(rows.size());
        int key = last;
        boolean outOfOrder = false;
        for (WireObject row : rows) {
            int id = row.id();
            if (key == 0 || (query.newestFirst() ? id < key : id > key)) {
                kept.add(row);
                key = id;
            } else if (id != key && !kept.isEmpty()) {
                outOfOrder = true;
            }
            if (kept.size() == size) {
                break;
            }
        }
        if (outOfOrder || (kept.isEmpty() && rows.size() >= size)) {
            throw PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                    .message("the list is not in the order that was asked for")
                    .build();
        }
        boolean more = !kept.isEmpty() && !(answer.isLastPage() && kept.size() == rows.size());
        return new RowPage(kept, more ? Integer.toString(key) : null);
    }

    private static boolean isAboutPageSize(PsaException failure) {
        return failure.code() == PsaErrorCode.REJECTED
                && failure.errors().stream().anyMatch(error -> error.field().equals("pageSize"));
    }
}
