package io.psabridge.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue, and what Lambda does with it for a function. */
public final class TestQueue {

    private static final int BATCH = 10;
    private static final int WAIT_SECONDS = 2;

    private final SqsClient sqs;
    private final String url;
    private final String dead;

    TestQueue(SqsClient sqs, String url, String dead) {
        this.sqs = sqs;
        this.url = url;
        this.dead = dead;
    }

    public String url() {
        return url;
    }

    public void send(String body) {
        sqs.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    /**
     * Hands a batch to a function, as {@link #poll(Function)}.
     *
     * @param function from an event to its answer, both as JSON
     */
    public int invoke(UnaryOperator<String> function) {
        return poll(bodies -> BatchJson.back(function.apply(BatchJson.event(bodies))));
    }

    /**
     * Hands out a batch and deletes what does not come back. Says how many messages there were;
     * waits 2 s for the first.
     *
     * @param receiver from messages by their id to the ids of those that come back
     */
    public int poll(Function<Map<String, String>, Set<String>> receiver) {
        List<Message> batch =
                sqs.receiveMessage(ask ->
                                ask.queueUrl(url)
                                        .maxNumberOfMessages(BATCH)
                                        .waitTimeSeconds(WAIT_SECONDS))
                        .messages();
        if (!batch.isEmpty()) {
            Set<String> back =
                    receiver.apply(
                            batch.stream()
                                    .collect(Collectors.toMap(Message::messageId, Message::body)));
            batch.stream()
                    .filter(message -> !back.contains(message.messageId()))
                    .forEach(message ->
                            sqs.deleteMessage(ask ->
                                    ask.queueUrl(url).receiptHandle(message.receiptHandle())));
        }
        return batch.size();
    }

    /** Loses every message. */
    public void purge() {
        sqs.purgeQueue(ask -> ask.queueUrl(url));
    }

    /** How many wait to be handed out now. */
    public int waiting() {
        return number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** How many were handed out and neither deleted nor given back. */
    public int handedOut() {
        return number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** How many are to be handed out later. */
    public int delayed() {
        return number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    /** How many nobody wanted. */
    public int dead() {
        return number(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private int number(String queue, QueueAttributeName name) {
        return Integer.parseInt(
                sqs.getQueueAttributes(ask -> ask.queueUrl(queue).attributeNames(name))
                        .attributes()
                        .get(name));
    }
}
