package io.psabridge.connectwise;

/**
 * A list that is read by key.
 *
 * @param children conditions on records inside the rows
 * @param searchable whether a long condition may be posted to {@code search}
 */
record ListQuery(
        String path,
        Conditions conditions,
        Conditions children,
        boolean newestFirst,
        boolean searchable) {

    /** The oldest first. */
    static ListQuery of(String path) {
        return new ListQuery(path, Conditions.NONE, Conditions.NONE, false, false);
    }

    ListQuery where(Conditions wanted) {
        return new ListQuery(path, wanted, children, newestFirst, searchable);
    }

    ListQuery whereChildren(Conditions wanted) {
        return new ListQuery(path, conditions, wanted, newestFirst, searchable);
    }

    /** The newest first, with conditions of any length. */
    ListQuery newestFirstOfAnyLength() {
        return new ListQuery(path, conditions, children, true, true);
    }
}
