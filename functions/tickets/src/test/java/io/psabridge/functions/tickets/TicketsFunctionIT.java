package io.psabridge.functions.tickets;

import io.psabridge.functiontck.HttpFunctionTest;

class TicketsFunctionIT extends HttpFunctionTest {

    TicketsFunctionIT() {
        super("tickets", "/v1/ticket-links", 200, "\"items\":[]");
    }
}
