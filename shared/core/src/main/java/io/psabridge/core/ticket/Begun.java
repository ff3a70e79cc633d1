package io.psabridge.core.ticket;

/** What came of wanting to send a ticket that is made once. */
sealed interface Begun {

    /** It is ours to send. */
    record Ours(Turn turn) implements Begun {}

    /** Something is known of it already. */
    record Known(TicketCreateRow row) implements Begun {}
}
