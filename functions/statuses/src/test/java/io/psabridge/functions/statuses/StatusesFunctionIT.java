package io.psabridge.functions.statuses;

import io.psabridge.functiontck.HttpFunctionTest;

class StatusesFunctionIT extends HttpFunctionTest {

    StatusesFunctionIT() {
        super(
                "statuses",
                "/v1/connections/con_none/tickets/1/statuses",
                404,
                "There is no such connection");
    }
}
