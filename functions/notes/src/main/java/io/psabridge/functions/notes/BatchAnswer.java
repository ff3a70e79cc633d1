package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.queue.QueueMessage;
import java.util.List;

/** Tells SQS which messages of a batch are to come back; the others are deleted. */
@Serdeable.Serializable
record BatchAnswer(List<Failure> batchItemFailures) {

    @Serdeable.Serializable
    record Failure(String itemIdentifier) {}

    static BatchAnswer back(List<QueueMessage> messages) {
        return new BatchAnswer(
                messages.stream().map(message -> new Failure(message.id())).toList());
    }
}
