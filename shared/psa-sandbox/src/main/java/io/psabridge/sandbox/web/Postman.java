package io.psabridge.sandbox.web;

import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers callbacks: signed over the very bytes that are sent, tried again after 2 s and 4 s when
 * the receiver says 404, 409, 419 or 429, and for nothing else. Reaches loopback addresses only.
 */
public final class Postman implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Integer> TRIED_AGAIN = Set.of(404, 409, 419, 429);
    private static final Duration[] PAUSES = {Duration.ofSeconds(2), Duration.ofSeconds(4)};

    private final FailingDays failingDays = new FailingDays();
    private final Supplier<HttpClient> clients;
    private @Nullable HttpClient client;

    public Postman() {
        this(() ->
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
    }

    private Postman(Supplier<HttpClient> clients) {
        this.clients = clients;
    }

    /** Delivers on a thread of its own, with the tries that belong to it. */
    void deliver(Site site, long callbackId, long recordId, String action, byte[] body) {
        String signature = Signature.of(site.signingKey(), body);
        start(letter(site, callbackId, recordId, action, body, signature), 0);
    }

    /**
     * Delivers once, whatever comes back.
     *
     * @param signature {@code right}, {@code wrong} or {@code none}
     */
    void deliverOnce(
            Site site,
            long callbackId,
            long recordId,
            String action,
            byte[] body,
            String signature) {
        String header =
                switch (signature) {
                    case "none" -> "";
                    case "wrong" -> Signature.of("another key", body);
                    case "right" -> Signature.of(site.signingKey(), body);
                    default ->
                            throw new IllegalArgumentException(
                                    "A signature is right, wrong or none");
                };
        start(letter(site, callbackId, recordId, action, body, header), PAUSES.length);
    }

    /** What is delivered, and where. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes to send; nobody compares letters
    private record Letter(
            Site site, long callbackId, String target, byte[] body, String signature) {}

    private static Letter letter(
            Site site,
            long callbackId,
            long recordId,
            String action,
            byte[] body,
            String signature) {
        Row entry = site.table(Tables.CALLBACKS).get(callbackId);
        Object url = entry == null ? "" : entry.members().getOrDefault("url", "");
        return new Letter(
                site, callbackId, url + "" + recordId + "&action=" + action, body, signature);
    }

    private void start(Letter letter, int tries) {
        Thread.ofVirtual().name("callback").start(() -> deliver(letter, tries));
    }

    private void deliver(Letter letter, int tries) {
        Site site = letter.site;
        String outcome = send(letter.target, letter.body, letter.signature);
        if (isRetried(outcome) && tries < PAUSES.length) {
            site.clock().after(PAUSES[tries], () -> start(letter, tries + 1));
        } else if (failingDays.note(site, letter.callbackId, outcome.startsWith("2"))) {
            CallbackPost.switchOff(site, letter.callbackId);
        }
        String text = new String(letter.body, StandardCharsets.UTF_8);
        site.deliveries()
                .add(
                        new Delivery(
                                site.clock().now(),
                                letter.callbackId,
                                letter.target,
                                text,
                                letter.signature,
                                outcome));
    }

    private static boolean isRetried(String outcome) {
        return outcome.length() == 3 && TRIED_AGAIN.contains(Integer.parseInt(outcome));
    }

    private String send(String target, byte[] body, String signature) {
        try {
            URI uri = URI.create(target);
            if (!isLoopback(uri.getHost())) {
                return "not sent: the sandbox delivers to loopback addresses only";
            }
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            if (!signature.isEmpty()) {
                request.header("x-content-signature", signature);
            }
            return String.valueOf(
                    client().send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        } catch (IOException | IllegalArgumentException e) {
            return "failed: " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "failed: the sandbox was closed";
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        boolean literal =
                host.startsWith("127.") || host.equals("[::1]") || host.equals("localhost");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private synchronized HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            open = clients.get();
            client = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
