package io.psabridge.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The least that a function can do: what is left is the JVM and the runtime client. */
public final class Hello implements RequestStreamHandler {

    private static final byte[] ANSWER =
            "{\"statusCode\":200,\"body\":\"hello\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        event.readAllBytes();
        answer.write(ANSWER);
    }
}
