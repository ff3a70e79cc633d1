package io.psabridge.testing;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * A stand-in of AWS KMS on this machine, the same for all tests of a JVM. It checks encryption
 * contexts and ciphertexts; it knows no rights, no signatures and no disabled keys.
 */
public final class KmsStandIn {

    private static final String REGION = "eu-central-1";
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=test/20260101/"
                    + REGION
                    + "/kms/aws4_request, SignedHeaders=host, Signature=0";

    private final URI address;

    private KmsStandIn(URI address) {
        this.address = address;
    }

    /**
     * Empty where there is nothing to start. With {@code PSA_BRIDGE_TEST_KMS=required} that fails.
     */
    public static Optional<KmsStandIn> find() {
        return Shared.STAND_IN;
    }

    /** Why {@link #find} is empty. */
    public static String whyNot() {
        return "There is no moto_server on the PATH, and no Docker for LocalStack";
    }

    /** A new key's ARN. */
    public String newKey() {
        if (call("CreateKey", Map.of()).get("KeyMetadata") instanceof Map<?, ?> key) {
            return String.valueOf(key.get("Arn"));
        }
        throw new IllegalStateException("No key was made");
    }

    public void alias(String alias, String key) {
        call("CreateAlias", Map.of("AliasName", alias, "TargetKeyId", key));
    }

    public void moveAlias(String alias, String key) {
        call("UpdateAlias", Map.of("AliasName", alias, "TargetKeyId", key));
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

    /** Tells this JVM the same; {@link #leave} takes it back. */
    public void useHere() {
        properties(address).forEach(System::setProperty);
    }

    public void leave() {
        properties(address).keySet().forEach(System::clearProperty);
    }

    /** What tells the AWS SDK of this JVM to call another address. */
    public static Map<String, String> properties(URI address) {
        return Map.of(
                "aws.endpointUrl",
                address.toString(),
                "aws.region",
                REGION,
                "aws.accessKeyId",
                "test",
                "aws.secretAccessKey",
                "test");
    }

    private Map<String, Object> call(String operation, Map<String, String> members) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(address.resolve("/"))
                                    .header("Content-Type", "application/x-amz-json-1.1")
                                    .header("X-Amz-Target", "TrentService." + operation)
                                    .header("Authorization", SIGNED)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    JSON.std.asString(members)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(operation + ": " + answer.body());
            }
            return answer.body().isEmpty() ? Map.of() : JSON.std.mapFrom(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** Started by whoever comes first. */
    private static final class Shared {

        static final Optional<KmsStandIn> STAND_IN = start();

        private static Optional<KmsStandIn> start() {
            if (MotoServer.isThere()) {
                return Optional.of(new KmsStandIn(MotoServer.start()));
            }
            if (LocalStack.isPossible()) {
                return Optional.of(new KmsStandIn(LocalStack.start()));
            }
            if ("required".equals(System.getenv("PSA_BRIDGE_TEST_KMS"))) {
                throw new IllegalStateException(whyNot());
            }
            return Optional.empty();
        }
    }
}
