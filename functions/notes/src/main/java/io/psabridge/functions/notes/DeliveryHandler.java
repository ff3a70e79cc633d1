package io.psabridge.functions.notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.psabridge.platform.queue.QueueMessage;
import io.psabridge.platform.queue.QueueReceiver;
import io.psabridge.platform.queue.QueueRules;
import io.psabridge.platform.queue.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Delivers: the same artifact, deployed a second time. Called by the queue, it does what the
 * messages announce; called by a schedule, every minute, whatever is due.
 */
public final class DeliveryHandler implements RequestStreamHandler {

    private final ApplicationContext context = ApplicationContext.run();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context call)
            throws IOException {
        BooleanSupplier goOn = () -> call.getRemainingTimeInMillis() > QueueRules.MARGIN.toMillis();
        JsonMapper json = context.getBean(JsonMapper.class);
        DeliveryEvent told = json.readValue(event, DeliveryEvent.class);
        try {
            json.writeValue(
                    answer, told != null && told.isOfQueue() ? receive(told, goOn) : sweep(goOn));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while delivering", e);
        }
    }

    private BatchAnswer receive(DeliveryEvent told, BooleanSupplier goOn)
            throws IOException, InterruptedException {
        List<QueueMessage> back =
                context.getBean(QueueReceiver.class).receive(told.messages(), goOn);
        print(context.getBean(DeliveryLine.class).afterBatch());
        return BatchAnswer.back(back);
    }

    private SweepAnswer sweep(BooleanSupplier goOn) throws IOException, InterruptedException {
        int started = context.getBean(Worker.class).runDue(goOn);
        print(context.getBean(DeliveryLine.class).afterSweep(started));
        return new SweepAnswer(started);
    }

    private void print(Map<String, Object> line) throws IOException {
        System.out.println(context.getBean(JsonMapper.class).writeValueAsString(line));
    }
}
