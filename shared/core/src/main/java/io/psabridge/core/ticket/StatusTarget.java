package io.psabridge.core.ticket;

/** The status that a ticket should get, as a caller names it. */
public sealed interface StatusTarget {

    record ById(String statusId) implements StatusTarget {}

    /** By the name it has on the ticket's board, upper and lower case alike. */
    record ByName(String name) implements StatusTarget {}

    record ByIntent(StatusIntent intent) implements StatusTarget {}
}
