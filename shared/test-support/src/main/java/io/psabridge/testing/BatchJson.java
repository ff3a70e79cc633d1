package io.psabridge.testing;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What passes between SQS and a function, as Lambda writes and reads it. */
final class BatchJson {

    private BatchJson() {}

    static String event(Map<String, String> bodies) {
        try {
            return JSON.std.asString(
                    Map.of(
                            "Records",
                            bodies.entrySet().stream()
                                    .map(message -> record(message.getKey(), message.getValue()))
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> record(String id, String body) {
        return Map.of(
                "messageId",
                id,
                "receiptHandle",
                "handle-" + id,
                "body",
                body,
                "attributes",
                Map.of("ApproximateReceiveCount", "1", "SenderId", "AIDA"),
                "messageAttributes",
                Map.of(),
                "md5OfBody",
                "0",
                "eventSource",
                "aws:sqs",
                "eventSourceARN",
                "arn:aws:sqs:eu-central-1:000000000000:work",
                "awsRegion",
                "eu-central-1");
    }

    /** Fails when it is not the answer of a function that reports single failures. */
    static Set<String> back(String answer) {
        try {
            if (JSON.std.mapFrom(answer).get("batchItemFailures") instanceof List<?> failures) {
                return failures.stream().map(BatchJson::id).collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Not an answer to a batch: " + answer);
    }

    private static String id(@Nullable Object failure) {
        if (failure instanceof Map<?, ?> members
                && members.get("itemIdentifier") instanceof String id) {
            return id;
        }
        throw new IllegalStateException("Names no message: " + failure);
    }
}
