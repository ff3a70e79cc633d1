package io.psabridge.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A stand-in of SQS on this machine, on a port of its own. Checks no signatures. */
public final class SqsStandIn implements AutoCloseable {

    private static final String REGION = "eu-central-1";

    private final SQSRestServer server;
    private final URI address;
    private final SqsClient sqs;

    private SqsStandIn(SQSRestServer server) {
        this.server = server;
        this.address =
                URI.create(
                        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.sqs =
                SqsClient.builder()
                        .endpointOverride(address)
                        .region(Region.of(REGION))
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    public static SqsStandIn start() {
        return new SqsStandIn(
                SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
    }

    /**
     * A new queue with a dead-letter queue.
     *
     * @param visibility for how long a message that was handed out is handed to nobody else
     * @param maxReceives after so many it is a dead letter
     */
    public TestQueue queue(String name, Duration visibility, int maxReceives) {
        String dead = create(name + "-dead", Map.of());
        String deadArn =
                sqs.getQueueAttributes(ask ->
                                ask.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        String url =
                create(
                        name,
                        Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                String.valueOf(visibility.toSeconds()),
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\""
                                        + deadArn
                                        + "\",\"maxReceiveCount\":\""
                                        + maxReceives
                                        + "\"}"));
        return new TestQueue(sqs, url, dead);
    }

    private String create(String name, Map<QueueAttributeName, String> attributes) {
        sqs.createQueue(ask -> ask.queueName(name).attributes(attributes));
        return address + "/000000000000/" + name;
    }

    /** What a process is told that uses it. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                address.toString(),
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test");
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        sqs.close();
        server.stopAndWait();
    }
}
