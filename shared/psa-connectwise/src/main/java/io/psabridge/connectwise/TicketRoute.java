package io.psabridge.connectwise;

/** The two places where a ticket may be; neither shows the tickets of the other. */
enum TicketRoute {
    SERVICE("/service/tickets"),
    PROJECT("/project/tickets");

    private final String path;

    TicketRoute(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    String path(int ticket) {
        return path + "/" + ticket;
    }

    String notes(int ticket) {
        return path(ticket) + "/notes";
    }
}
