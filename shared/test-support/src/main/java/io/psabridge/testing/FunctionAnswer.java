package io.psabridge.testing;

import java.util.Map;

/** What a function answered to an HTTP event; header names in lower case. */
public record FunctionAnswer(int status, Map<String, String> headers, String body) {

    public FunctionAnswer {
        headers = Map.copyOf(headers);
    }
}
