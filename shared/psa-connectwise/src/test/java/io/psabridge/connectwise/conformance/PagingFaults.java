package io.psabridge.connectwise.conformance;

import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.http.Reply;
import io.psabridge.sandbox.json.Json;
import io.psabridge.tck.KitFault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Wrong ways to read a list of many pages. */
final class PagingFaults {

    static final Map<KitFault, UnaryOperator<Outbound>> ALL =
            Map.of(
                    KitFault.STOPS_ON_A_SHORT_PAGE, PagingFaults::shortPageIsTheEnd,
                    KitFault.STOPS_AT_THE_DEFAULT_PAGE_SIZE, PagingFaults::noPageSize,
                    KitFault.SKIPS_A_ROW_THAT_MOVED, PagingFaults::numbersPages,
                    KitFault.DROPS_THE_FILTER_ON_PAGE_2, PagingFaults::onlyTheKeyOnPage2,
                    KitFault.LOOPS_FOREVER, PagingFaults::asksUntilSomethingIsNew,
                    KitFault.OR_ESCAPES_THE_FILTER, PagingFaults::numberIsLookedForAnywhere);

    private static final String LAST = "<https://elsewhere.example/>; rel=\"first\"";

    private PagingFaults() {}

    private static Outbound shortPageIsTheEnd(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            List<Object> rows = Rewritten.rows(reply);
            String size = Rewritten.query(call).getOrDefault("pageSize", "0");
            return !rows.isEmpty() && rows.size() < Integer.parseInt(size)
                    ? Rewritten.header(reply, "Link", LAST)
                    : reply;
        };
    }

    private static Outbound noPageSize(Outbound right) {
        return call -> {
            Map<String, String> query = Rewritten.query(call);
            if (query.remove("pageSize") == null) {
                return right.send(call);
            }
            return Rewritten.header(right.send(Rewritten.query(call, query)), "Link", LAST);
        };
    }

    /** Asks for page 2, 3, … of the list in place of what lies beyond the last row. */
    static Outbound numbersPages(Outbound right) {
        Map<String, Integer> next = new ConcurrentHashMap<>();
        return call -> {
            if (!isList(call)) {
                return right.send(call);
            }
            Map<String, String> query = Rewritten.query(call);
            String path = call.uri().getRawPath() + " ";
            String key = terms(query, PagingFaults::isKey);
            int page = key.isEmpty() ? 1 : next.getOrDefault(path + key.substring(3), 1);
            query.put("conditions", terms(query, term -> !isKey(term)));
            query.values().removeIf(String::isEmpty);
            query.put("page", Integer.toString(page));
            Reply reply = right.send(Rewritten.query(call, query));
            for (Object row : Rewritten.rows(reply)) {
                next.put(path + Json.asObject(row).get("id"), page + 1);
            }
            return reply;
        };
    }

    private static Outbound onlyTheKeyOnPage2(Outbound right) {
        return call -> {
            Map<String, String> query = Rewritten.query(call);
            String key = terms(query, term -> term.startsWith("id<"));
            if (key.isEmpty()) {
                return right.send(call);
            }
            query.put("conditions", key);
            return right.send(Rewritten.query(call, query));
        };
    }

    private static Outbound asksUntilSomethingIsNew(Outbound right) {
        AtomicReference<String> before = new AtomicReference<>("");
        return call -> {
            Reply reply = right.send(call);
            String last = before.getAndSet(reply.text());
            for (int i = 0; i < 50 && isList(call) && reply.text().equals(last); i++) {
                reply = right.send(call);
            }
            return reply;
        };
    }

    private static Outbound numberIsLookedForAnywhere(Outbound right) {
        return call -> {
            Map<String, String> query = Rewritten.query(call);
            String number = terms(query, term -> term.matches("summary contains \"[0-9]+\""));
            if (number.isEmpty()) {
                return right.send(call);
            }
            query.merge("conditions", number, (all, any) -> all + " or " + any);
            return right.send(Rewritten.query(call, query));
        };
    }

    private static boolean isKey(String term) {
        return term.matches("id[<>][0-9]+");
    }

    private static boolean isList(Call call) {
        return Rewritten.query(call).containsKey("orderBy");
    }

    private static String terms(Map<String, String> query, Predicate<String> wanted) {
        return Arrays.stream(query.getOrDefault("conditions", "").split(" and ", -1))
                .filter(wanted)
                .collect(Collectors.joining(" and "));
    }
}
