package io.psabridge.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Answers with what it was asked. */
public class EchoHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        return Map.of(
                "statusCode",
                200,
                "headers",
                Map.of("X-Echo", System.getenv("GREETING")),
                "body",
                event.get("rawPath") + "?" + event.get("rawQueryString") + " " + event.get("body"));
    }
}
