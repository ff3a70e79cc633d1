package io.psabridge.platform.queue;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts messages into a queue of SQS. Region, endpoint and credentials are those of the SDK's own
 * chains.
 */
final class SqsQueue implements AutoCloseable {

    /** An answer waits for this. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int ATTEMPTS = 2;

    private final SqsClient sqs;
    private final String url;

    private SqsQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    /** Makes no call; fails with {@link QueueUnavailableException} where AWS is not set up. */
    static SqsQueue of(URI url) {
        Duration attempt = PATIENCE.dividedBy(ATTEMPTS);
        try {
            SqsClient client =
                    SqsClient.builder()
                            .httpClientBuilder(
                                    UrlConnectionHttpClient.builder()
                                            .connectionTimeout(attempt)
                                            .socketTimeout(attempt))
                            .overrideConfiguration(rules ->
                                    rules.apiCallTimeout(PATIENCE)
                                            .apiCallAttemptTimeout(attempt)
                                            .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
                            .build();
            return new SqsQueue(client, url.toString());
        } catch (SdkException e) {
            throw new QueueUnavailableException("SQS cannot be used: " + e.getMessage(), e);
        }
    }

    /** Fails with {@link QueueUnavailableException}. */
    void send(String body, Duration delay) {
        try {
            sqs.sendMessage(message ->
                    message.queueUrl(url).messageBody(body).delaySeconds(seconds(delay)));
        } catch (SdkException e) {
            throw new QueueUnavailableException("SQS took no message: " + e.getMessage(), e);
        }
    }

    /** Rounded up: who comes too early comes for nothing. */
    private static int seconds(Duration delay) {
        return Math.toIntExact(delay.plusMillis(999).toSeconds());
    }

    @Override
    public void close() {
        sqs.close();
    }
}
