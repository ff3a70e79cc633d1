package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackDeliveryTest {

    /** What reached the receiver. */
    private record Arrival(String query, String body, String signature) {}

    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private volatile int answer = 204;
    private ConnectWiseSandbox sandbox;
    private Client client;
    private HttpServer receiver;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
        sandbox = ConnectWiseSandbox.start(SandboxSettings.usual().withClock(clock));
        client = new Client(sandbox, sandbox.credentials());
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/hook",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    String signature = exchange.getRequestHeaders().getFirst("x-content-signature");
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                    arrivals.add(
                            new Arrival(
                                    exchange.getRequestURI().getQuery(),
                                    body,
                                    signature == null ? "" : signature));
                });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?id=";
        client.call(
                "POST",
                "/system/callbacks",
                "{\"url\":\"" + url + "\",\"objectId\":1,\"type\":\"ticket\",\"level\":\"owner\"}");
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        sandbox.close();
    }

    @Test
    void aChangeArrivesSignedWithTheKeyThatTheKeyDocumentNames() throws Exception {
        changeTicket();

        Arrival arrival = next();
        assertThat(arrival.query()).isEqualTo("id=48300&action=updated");
        String keyUrl =
                String.valueOf(
                        Json.asObject(
                                        Json.asObject(Json.read(arrival.body()))
                                                .getOrDefault("Metadata", ""))
                                .get("key_url"));
        assertThat(keyUrl).startsWith(sandbox.origin());
        assertThat(arrival.signature()).isEqualTo(sign(signingKey(keyUrl), arrival.body()));
    }

    @Test
    void aReceiverThatSaysNotNowIsTriedTwiceMoreAndThenLeftAlone() throws Exception {
        answer = 429;
        changeTicket();
        String first = next().body();

        awaitDelivery(1);
        sandbox.clock().advance(Duration.ofMillis(1_999));
        assertThat(arrivals.poll(100, TimeUnit.MILLISECONDS)).isNull();
        sandbox.clock().advance(Duration.ofMillis(1));
        assertThat(next().body()).isEqualTo(first);
        awaitDelivery(2);
        sandbox.clock().advance(Duration.ofSeconds(4));
        assertThat(next().body()).isEqualTo(first);
        awaitDelivery(3);
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(arrivals.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aReceiverThatFailsIsNotTriedAgain() throws Exception {
        answer = 500;
        changeTicket();
        next();

        awaitDelivery(1);
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(arrivals.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void threeFailingDaysSwitchTheEntryOff() throws Exception {
        answer = 500;
        for (int day = 1; day <= 3; day++) {
            changeTicket();
            next();
            awaitDelivery(day);
            sandbox.clock().advance(Duration.ofDays(1));
        }

        assertThat(sandbox.demo().records(Tables.CALLBACKS))
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("inactiveFlag", true));
    }

    @Test
    void aForgedOneIsSentOnOrder() throws Exception {
        Object id = sandbox.demo().records(Tables.CALLBACKS).getFirst().get("id");
        client.control(
                "POST",
                "/companies/lanternlight/deliveries",
                "{\"callbackId\":"
                        + id
                        + ",\"recordId\":48300,\"action\":\"deleted\",\"signature\":\"wrong\"}");

        Arrival arrival = next();
        assertThat(arrival.body()).contains("\"Entity\":null", "\"Action\":\"deleted\"");
        assertThat(arrival.signature())
                .isNotEqualTo(sign(sandbox.demo().signingKey(), arrival.body()));
    }

    private void changeTicket() throws Exception {
        client.call(
                "PATCH",
                "/service/tickets/48300",
                "[{\"op\":\"replace\",\"path\":\"poNumber\",\"value\":\"7\"}]");
    }

    private Arrival next() throws InterruptedException {
        Arrival arrival = arrivals.poll(5, TimeUnit.SECONDS);
        assertThat(arrival).as("a callback arrives").isNotNull();
        return Objects.requireNonNull(arrival);
    }

    private void awaitDelivery(int count) throws InterruptedException {
        assertThat(sandbox.demo().awaitDeliveries(count, Duration.ofSeconds(5))).isTrue();
    }

    private String signingKey(String keyUrl) throws IOException, InterruptedException {
        var answered =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(keyUrl)).build(),
                                HttpResponse.BodyHandlers.ofString());
        return String.valueOf(Json.asObject(Json.read(answered.body())).get("signing_key"));
    }

    private static String sign(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] hashed =
                MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        mac.init(new SecretKeySpec(hashed, "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
