package io.psabridge.core.callback;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.ConnectionSecrets;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.RegisteredCallbacks;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.link.LinkedRecord;
import io.psabridge.core.testing.SandboxDesk;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.seed.World;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Id;
import io.psabridge.spi.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ConnectWise's callbacks, as its sandbox registers, signs and posts them. */
class SandboxCallbacksTest {

    private static final String PUBLIC_URL = "https://hooks.bridge.example";
    private static final long TICKET = 48_300;

    private SandboxDesk desk;
    private SandboxCompany company;
    private ConnectionId connection;

    @BeforeEach
    void connected() throws InterruptedException {
        desk = SandboxDesk.open(Map.of("PSA_BRIDGE_PUBLIC_URL", PUBLIC_URL));
        company = desk.psa().newCompany(World.FULL);
        connection = desk.connect(NORTH, company);
        desk.pass(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aChangedTicketIsShownByItsLinkFromEndToEnd() throws Exception {
        LinkId link = link();
        change("Changed in the PSA");

        take(posted("updated", "right"));
        desk.pass(Duration.ZERO);

        assertThat(summary(link)).isEqualTo("Changed in the PSA");
    }

    @Test
    void aTicketThatIsToldToBeDeletedAndIsThereIsShownAsItIs() throws Exception {
        LinkId link = link();
        change("Moved, not deleted");

        take(posted("deleted", "right"));
        desk.pass(Duration.ZERO);

        assertThat(summary(link)).isEqualTo("Moved, not deleted");
    }

    @Test
    void theSigningKeyIsFetchedOnceForAllProcessesAndStoredSealed() throws Exception {
        take(posted("updated", "right"));
        take(posted("updated", "right"));
        try (ApplicationContext cold =
                desk.core().beside(Map.of("PSA_BRIDGE_PUBLIC_URL", PUBLIC_URL))) {
            cold.getBean(CallbackService.class)
                    .take(connection.value(), token(), posted("updated", "right"));
        }

        assertThat(keyCalls()).isEqualTo(1);
        assertThat(
                        desk.core()
                                .count(
                                        "SELECT count(*) FROM callback_key WHERE sealed_key IS NOT NULL"
                                                + " AND position(convert_to('"
                                                + company.signingKey()
                                                + "', 'UTF8') IN sealed_key) = 0"))
                .isEqualTo(1);
    }

    @Test
    void forgeriesDoNotBecomeCalls() throws Exception {
        take(posted("updated", "right"));
        desk.pass(Duration.ofMinutes(2));
        Message forged = posted("updated", "wrong");

        for (int i = 0; i < 5; i++) {
            fails(ProblemCode.UNAUTHENTICATED, () -> take(forged));
        }

        assertThat(keyCalls()).as("the first key, and once more for all of them").isEqualTo(2);
        take(posted("updated", "right"));
    }

    @Test
    void aKeyFromElsewhereIsNotAskedFor() throws Exception {
        String body = text(posted("updated", "right"));
        Message elsewhere =
                message("AAAA", body.replace(desk.psa().origin(), "https://evil.example"));

        fails(ProblemCode.UNAUTHENTICATED, () -> take(elsewhere));

        assertThat(keyCalls()).isZero();
    }

    @Test
    void aKeyThatWasReplacedInThePsaIsFetchedAgain() throws Exception {
        keep("an older key");

        take(posted("updated", "right"));
        take(posted("updated", "right"));

        assertThat(keyCalls()).isEqualTo(1);
    }

    @Test
    void afterARotationTheKeyIsFetchedAgain() throws Exception {
        take(posted("updated", "right"));
        desk.core()
                .get(ConnectionService.class)
                .rotate(NORTH, ROBIN, connection, Credentials.of(company.credentials()));
        desk.pass(Duration.ofSeconds(5));

        take(posted("updated", "right"));

        assertThat(keyCalls()).isEqualTo(2);
    }

    @Test
    void aPsaThatHangsIsNotWaitedForLongerThanTheSenderWaits() throws Exception {
        Message message = posted("updated", "right");
        String token = token();
        CallbackService service = desk.core().get(CallbackService.class);
        desk.psa().order(Fault.of("no-answer").forever());
        long[] millis = new long[3];
        for (int i = 0; i < millis.length; i++) {
            desk.core().database().moveClock(Duration.ofSeconds(10L * i));
            long begun = System.nanoTime();
            Problem problem =
                    fails(
                            ProblemCode.RATE_LIMITED,
                            () -> service.take(connection.value(), token, message));
            millis[i] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            assertThat(problem.retryAfter()).contains(Duration.ofSeconds(2));
        }

        // a machine that does much else may be late once, not each time
        assertThat(LongStream.of(millis).min().orElseThrow()).isBetween(600L, 999L);
        desk.psa().faults().clear();
        desk.core().database().moveClock(Duration.ofMinutes(1));
        service.take(connection.value(), token, message);
    }

    @Test
    void aTopicThatIsRefusedKeepsTheOtherFromNothing() throws Exception {
        SandboxCompany strict =
                desk.psa().newCompany(World.BASIC).set(Switch.REFUSED_CALLBACKS, "ticket");
        SandboxCompany shy =
                desk.psa().newCompany(World.BASIC).set(Switch.REFUSED_CALLBACKS, "member");
        ConnectionId polling = desk.connect(NORTH, strict);
        ConnectionId told = desk.connect(NORTH, shy);
        desk.pass(Duration.ZERO);

        assertThat(strict.records(Tables.CALLBACKS))
                .extracting(entry -> entry.get("type"))
                .containsExactly("member");
        assertThat(shy.records(Tables.CALLBACKS))
                .extracting(entry -> entry.get("type"))
                .containsExactly("ticket");
        assertThat(
                        desk.core()
                                .get(RegisteredCallbacks.class)
                                .among(NORTH, List.of(polling, told, connection)))
                .containsExactlyInAnyOrder(told, connection);
    }

    @Test
    void whatThePsaSwitchedOffIsWokenWithinADay() throws Exception {
        company.put(Tables.CALLBACKS, entry("ticket"), Map.of("inactiveFlag", true));

        desk.pass(Duration.ofHours(25));

        assertThat(company.records(Tables.CALLBACKS))
                .hasSize(2)
                .allMatch(entry -> Boolean.FALSE.equals(entry.get("inactiveFlag")));
    }

    @Test
    void aDeletedConnectionLeavesNothingRegistered() {
        desk.core().get(ConnectionService.class).delete(NORTH, ROBIN, connection);

        assertThat(company.records(Tables.CALLBACKS)).isEmpty();
    }

    @Test
    void aHungPsaKeepsNoConnectionFromBeingDeleted() throws Exception {
        try (ApplicationContext hasty =
                desk.core()
                        .beside(
                                Map.of(
                                        "PSA_BRIDGE_PUBLIC_URL",
                                        PUBLIC_URL,
                                        "PSA_REQUEST_BUDGET_MS",
                                        "300"))) {
            desk.psa().order(Fault.of("no-answer").forever());

            hasty.getBean(ConnectionService.class).delete(NORTH, ROBIN, connection);
        }

        fails(
                ProblemCode.NOT_FOUND,
                () -> desk.core().get(ConnectionService.class).get(NORTH, connection));
        assertThat(company.records(Tables.CALLBACKS)).hasSize(2);
        assertThat(desk.core().count("SELECT count(*) FROM route")).isZero();
    }

    private void take(Message message) {
        desk.core().get(CallbackService.class).take(connection.value(), token(), message);
    }

    private String token() {
        String url = String.valueOf(company.records(Tables.CALLBACKS).getFirst().get("url"));
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private long entry(String type) {
        return company.records(Tables.CALLBACKS).stream()
                .filter(entry -> type.equals(entry.get("type")))
                .map(entry -> (Long) entry.get("id"))
                .findFirst()
                .orElseThrow();
    }

    /** What the sandbox would post, were our address one that it posts to. */
    private Message posted(String action, String signature) throws Exception {
        int before = company.deliveries().size();
        String order =
                "{\"callbackId\":%d,\"recordId\":%d,\"action\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(entry("ticket"), TICKET, action, signature);
        URI control =
                URI.create(
                        desk.psa().origin()
                                + "/_sandbox/companies/"
                                + company.id()
                                + "/deliveries");
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(control)
                            .POST(HttpRequest.BodyPublishers.ofString(order))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        assertThat(company.awaitDeliveries(before + 1, Duration.ofSeconds(5))).isTrue();
        Delivery delivery = company.deliveries().getLast();
        return message(delivery.signature(), delivery.body());
    }

    private static Message message(String signature, String body) {
        return new Message(
                Map.of("x-content-signature", signature), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Message message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private long keyCalls() {
        return desk.psa().received().stream()
                .filter(request -> request.path().contains("callbackkey"))
                .count();
    }

    private void keep(String key) {
        TenantTransactions transactions = desk.core().get(TenantTransactions.class);
        ConnectionNow now = desk.core().get(Connections.class).now(NORTH, connection).orElseThrow();
        byte[] sealed =
                desk.core()
                        .get(ConnectionSecrets.class)
                        .seal(now, "callback signing key", new Secret(key));
        KeyRepository keys = desk.core().get(KeyRepository.class);
        transactions.run(
                NORTH,
                () -> {
                    keys.mayFetch(NORTH, connection, Duration.ZERO);
                    keys.keep(NORTH, connection, sealed, now.connection().credentialVersion());
                });
    }

    private void change(String summary) {
        company.put(Tables.TICKETS, TICKET, Map.of("summary", summary));
    }

    private LinkId link() {
        return desk.core()
                .get(LinkService.class)
                .create(
                        NORTH,
                        ROBIN,
                        connection,
                        Id.of(Long.toString(TICKET)),
                        new LinkedRecord("alert", "told", null, null))
                .link()
                .id();
    }

    private String summary(LinkId link) {
        return desk.core().get(LinkService.class).get(NORTH, link).ticket().summary();
    }
}
