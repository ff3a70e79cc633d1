package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.query.OrderBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are wanted. */
record Page(int number, int size, boolean forwardOnly, long afterId) {

    private static final int USUAL = 25;
    private static final int LARGEST = 1_000;
    private static final int OLD_LARGEST = 100;

    static Page of(Call call) {
        boolean asked = call.request().header("pagination-type").equalsIgnoreCase("forward-only");
        boolean forwardOnly = asked && forwardOnly(call);
        int number = number(call.query("page"), 1, "page");
        int size = number(call.query("pageSize"), USUAL, "pageSize");
        return new Page(
                number,
                checked(call, size),
                forwardOnly,
                forwardOnly ? number(call.query("pageId"), 0, "pageId") : 0);
    }

    private static boolean forwardOnly(Call call) {
        return switch (call.site().choice(Switch.FORWARD_ONLY)) {
            case "refused" ->
                    throw Refusal.unreadable(
                            "Forward-only pagination is not supported for this endpoint.");
            case "ignored" -> false;
            default -> {
                if (call.query("orderBy") != null) {
                    throw Refusal.unreadable(
                            "OrderBy is not allowed with forward-only pagination.");
                }
                yield true;
            }
        };
    }

    private static int checked(Call call, int size) {
        boolean old = call.site().is(Switch.PAGE_SIZE, "refuse-100");
        int most = old ? OLD_LARGEST : LARGEST;
        if (size < 1 || (old && size > most)) {
            throw outOfRange("pageSize", most);
        }
        return Math.min(size, most);
    }

    private static int number(@Nullable String text, int otherwise, String name) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= (name.equals("pageId") ? 0 : 1)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(name, LARGEST);
        }
        throw outOfRange(name, LARGEST);
    }

    private static Refusal outOfRange(String name, int most) {
        FieldErrors errors = new FieldErrors(name);
        errors.add(
                "OutOfRange", "The field " + name + " must be between 1 and " + most + ".", name);
        try {
            errors.throwIfAny();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new IllegalStateException("An error was added");
    }

    /** The rows of this page, out of all that match. */
    <T> List<T> of(List<T> all, FaultEffect effect) {
        int from =
                Math.min((int) Math.min((long) (number - 1) * size, Integer.MAX_VALUE), all.size());
        if (forwardOnly) {
            from = 0;
        }
        int rows = effect instanceof FaultEffect.ShortPage(int few) ? Math.min(few, size) : size;
        return all.subList(from, Math.min(from + rows, all.size()));
    }

    boolean descendingById(OrderBy order) {
        return !forwardOnly && order.byId() == OrderBy.ById.DESCENDING;
    }
}
