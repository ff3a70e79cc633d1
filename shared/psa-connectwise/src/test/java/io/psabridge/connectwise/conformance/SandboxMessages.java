package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Callbacks;
import io.psabridge.tck.Forgery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The callbacks of one company of the sandbox: written and signed by it, and posted to nobody. */
final class SandboxMessages {

    private static final long ENTRY = 987_654;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectWiseSandbox sandbox;
    private final SandboxCompany company;
    private final Elsewhere elsewhere;

    SandboxMessages(ConnectWiseSandbox sandbox, SandboxCompany company, Elsewhere elsewhere) {
        this.sandbox = sandbox;
        this.company = company;
        this.elsewhere = elsewhere;
    }

    Callbacks.Message right(Callbacks.Topic topic, String recordId, boolean deleted) {
        return message(delivered(topic, recordId, deleted ? "deleted" : "updated", "right"));
    }

    Callbacks.Message forged(Forgery forgery, Callbacks.Topic topic, String recordId) {
        return switch (forgery) {
            case OTHER_KEY -> message(delivered(topic, recordId, "updated", "wrong"));
            case KEY_ELSEWHERE -> {
                Delivery delivery = delivered(topic, recordId, "updated", "wrong");
                String body = delivery.body().replace(sandbox.origin(), elsewhere.origin());
                yield message(delivery.signature(), body);
            }
            case CHANGED_BODY, NO_SIGNATURE, OTHER_ENCODING, WRITTEN_ANEW ->
                    forgery.of(right(topic, recordId, false), recordId);
        };
    }

    /** The sandbox posts to loopback addresses only, and notes what it would have posted. */
    private Delivery delivered(
            Callbacks.Topic topic, String recordId, String action, String signature) {
        company.put(
                Tables.CALLBACKS,
                ENTRY,
                Json.object(
                        "type",
                        topic.name().toLowerCase(Locale.ROOT),
                        "level",
                        "owner",
                        "objectId",
                        1L,
                        "url",
                        "https://nobody.example/?id="));
        int before = company.deliveries().size();
        order(
                Json.object(
                        "callbackId", ENTRY,
                        "recordId", Long.parseLong(recordId),
                        "action", action,
                        "signature", signature));
        try {
            if (!company.awaitDeliveries(before + 1, PATIENCE)) {
                throw new AssertionError("The sandbox posts nothing");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            company.remove(Tables.CALLBACKS, ENTRY);
        }
        return company.deliveries().getLast();
    }

    private void order(Map<String, Object> delivery) {
        URI uri =
                URI.create(
                        sandbox.origin() + "/_sandbox/companies/" + company.id() + "/deliveries");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(delivery)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new AssertionError("The sandbox refuses to post: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Callbacks.Message message(Delivery delivery) {
        return message(delivery.signature(), delivery.body());
    }

    private static Callbacks.Message message(String signature, String body) {
        return new Callbacks.Message(
                Map.of("x-content-signature", signature), body.getBytes(StandardCharsets.UTF_8));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
