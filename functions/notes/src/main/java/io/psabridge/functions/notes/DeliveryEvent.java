package io.psabridge.functions.notes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.queue.QueueMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls the delivery: messages of the queue, or anything else.
 *
 * @param records absent when it is no queue
 */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = true)
record DeliveryEvent(@JsonProperty("Records") @Nullable List<Message> records) {

    /** As SQS hands it out. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(String messageId, String body) {}

    boolean isOfQueue() {
        return records != null;
    }

    List<QueueMessage> messages() {
        return records == null
                ? List.of()
                : records.stream()
                        .map(message -> new QueueMessage(message.messageId(), message.body()))
                        .toList();
    }
}
