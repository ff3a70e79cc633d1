package io.psabridge.functions.notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.psabridge.platform.queue.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Delivers what is due: the same artifact, deployed a second time and called by a schedule, every
 * minute. Whatever the event says, it looks into the database.
 */
public final class DeliveryHandler implements RequestStreamHandler {

    /** So long before the function's time is over nothing is begun any more. */
    private static final int MARGIN_MS = 20_000;

    private final ApplicationContext context = ApplicationContext.run();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context call)
            throws IOException {
        try {
            int started =
                    context.getBean(Worker.class)
                            .runDue(() -> call.getRemainingTimeInMillis() > MARGIN_MS);
            answer.write(("{\"started\":" + started + "}").getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while delivering", e);
        }
    }
}
