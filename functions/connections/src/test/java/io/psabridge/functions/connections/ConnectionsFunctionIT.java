package io.psabridge.functions.connections;

import io.psabridge.functiontck.HttpFunctionTest;

class ConnectionsFunctionIT extends HttpFunctionTest {

    ConnectionsFunctionIT() {
        super("connections", "/v1/connections", 200, "\"items\":[]");
    }
}
