package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every exchange that somebody else wrote down is played against the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptReplayTest {

    private static final String RIGHT_KEYS = basic(SmallWorld.PRIVATE_KEY);
    private static final String WRONG_KEYS = basic("wrong-on-purpose");

    /** What these files show from their template and neither request nor given explains. */
    private static final Set<String> FROM_TEMPLATE =
            Set.of(
                    "workRole",
                    "workType",
                    "team",
                    "requiredDate",
                    "budgetHours",
                    "agreement",
                    "actualHours",
                    "allowAllClientsPortalView",
                    "billingMethod",
                    "subBillingMethod",
                    "resolveMinutes",
                    "resPlanMinutes",
                    "respondMinutes",
                    "isInSla",
                    "resources",
                    "hasChildTicket",
                    "hasMergedChildTicketFlag",
                    "billTime",
                    "billExpenses",
                    "billProducts",
                    "sla",
                    "slaStatus",
                    "requestForChangeFlag",
                    "currency",
                    "escalationStartDateUTC",
                    "escalationLevel",
                    "minutesBeforeWaiting",
                    "respondedSkippedMinutes",
                    "resplanSkippedMinutes",
                    "respondedHours",
                    "respondedBy",
                    "resplanHours",
                    "resolutionHours",
                    "minutesWaiting",
                    "customFields",
                    "estimatedExpenseCost",
                    "estimatedExpenseRevenue",
                    "estimatedProductCost",
                    "estimatedProductRevenue",
                    "estimatedTimeCost",
                    "estimatedTimeRevenue",
                    "country",
                    "source",
                    "id");

    private static final Map<String, Set<String>> FREE =
            Map.of(
                    "tickets-create-full",
                    FROM_TEMPLATE,
                    "discovery-known-with-siteurl",
                    Set.of("SiteUrl", "AllowedOrigins"));
    private static final Set<String> ANY_ORDER = Set.of("notes-list-allnotes");

    /** How many rows there are in truth; the last one's caller holds the right to ask as well. */
    private static final Map<String, Integer> ONLY_THE_BEGINNING_SHOWN =
            Map.of("paging-page-size-over-max-capped", 1_000, "security-role-settings", 8);

    private final SmallWorld world = new SmallWorld();
    private final Given given = new Given(world);
    private ConnectWiseSandbox sandbox;

    @BeforeAll
    void start() throws IOException {
        sandbox = ConnectWiseSandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> theSandboxAnswersAsWrittenDown() {
        return Transcript.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> play(each)));
    }

    private void play(Transcript transcript) throws IOException {
        assumeFalse(
                transcript.exchanges().isEmpty(),
                "the client refuses by itself: nothing reaches the PSA");
        boolean variants = Boolean.TRUE.equals(transcript.given().get("variants"));
        prepare(transcript);
        boolean sent = false;
        for (Transcript.Exchange exchange : transcript.exchanges()) {
            if (exchange.isFromPsa()) {
                continue;
            }
            if (variants) {
                prepare(transcript);
            }
            sent = true;
            playOne(transcript, exchange);
        }
        assumeFalse(!sent, "only the PSA sends here: see CallbackTranscriptsTest");
    }

    private void prepare(Transcript transcript) {
        SandboxCompany company = world.settle(sandbox);
        given.load(transcript, company);
        Modes.set(transcript, sandbox, company);
    }

    private void playOne(Transcript transcript, Transcript.Exchange exchange) throws IOException {
        orderFault(transcript, exchange);
        RawHttp.Reply reply = send(transcript, exchange);
        if (exchange.status() == 0) {
            assertThat(reply.status()).as("no byte comes back").isZero();
            assertThat(reply.end())
                    .isEqualTo(exchange.fault().equals("no-answer") ? "silent" : "reset");
            return;
        }
        assertThat(reply.status())
                .as(exchange.path() + " answered " + reply.text())
                .isEqualTo(exchange.status());
        if (exchange.fault().equals("cut-short")) {
            assertThat(reply.isWhole()).as("the body breaks off").isFalse();
            return;
        }
        compareHeaders(exchange, reply);
        compareBody(transcript, exchange, reply);
    }

    private void orderFault(Transcript transcript, Transcript.Exchange exchange) {
        Map<String, Object> response = exchange.response();
        boolean answers =
                transcript
                        .name()
                        .matches("errors-(429|500-on|502|503|empty).*|discovery-redirect.*");
        if (!exchange.fault().isEmpty()) {
            sandbox.order(Fault.of(exchange.fault()));
        } else if (answers
                && (exchange.status() != 200 || transcript.name().equals("errors-empty-200"))) {
            Map<String, String> headers = headers(response);
            String type = headers.getOrDefault("Content-Type", "text/plain");
            headers.remove("Content-Type");
            Object body = response.get("body");
            String text =
                    body == null
                            ? String.valueOf(response.getOrDefault("text", ""))
                            : Json.text(body);
            sandbox.order(Fault.answer(exchange.status(), type, text, headers));
        }
    }

    private RawHttp.Reply send(Transcript transcript, Transcript.Exchange exchange)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", transcript.host());
        headers.put("Authorization", RIGHT_KEYS);
        if (!transcript.name().startsWith("auth-missing-clientid")) {
            headers.put("clientId", "00000000-1111-4222-8333-0fa4ec11e471");
        }
        Map<String, String> shown = headers(exchange.request());
        headers.putAll(shown);
        if (shown.containsKey("Authorization")
                || transcript.name().startsWith("auth-wrong-keys-4")) {
            boolean wrong = transcript.name().matches("auth-wrong-keys-40[14]|auth-system-info.*");
            headers.put("Authorization", wrong ? WRONG_KEYS : RIGHT_KEYS);
        }
        int patience = exchange.fault().equals("no-answer") ? 400 : 5_000;
        return RawHttp.send(
                sandbox.port(),
                exchange.method(),
                exchange.path() + RequestText.query(exchange),
                headers,
                RequestText.body(exchange),
                patience);
    }

    private static void compareHeaders(Transcript.Exchange exchange, RawHttp.Reply reply) {
        headers(exchange.response())
                .forEach((name, value) -> {
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "content-type" ->
                                assertThat(media(reply.header(name))).isEqualTo(media(value));
                        case "link" -> compareLinks(value, reply.header(name));
                        case "location" ->
                                assertThat(path(reply.header(name))).isEqualTo(path(value));
                        case "x-cw-request-id", "x-server-name" ->
                                assertThat(reply.header(name)).isNotEmpty();
                        default -> assertThat(reply.header(name)).as(name).isEqualTo(value);
                    }
                });
    }

    private static void compareLinks(String shown, String actual) {
        for (String link : shown.split(", ", -1)) {
            String relation = link.substring(link.indexOf("rel="));
            String url = link.substring(link.indexOf("/v4_6_release"), link.indexOf('>'));
            assertThat(actual.replaceAll("fields=[^&]*&", "")).contains(url + ">; " + relation);
        }
        if (shown.contains("inner.example")) {
            assertThat(actual).contains("http://cw-app-02.inner.example/");
        }
    }

    private void compareBody(
            Transcript transcript, Transcript.Exchange exchange, RawHttp.Reply reply)
            throws IOException {
        Object text = exchange.response().get("text");
        if (text != null) {
            assertThat(reply.text()).isEqualTo(text);
            return;
        }
        Object shown = exchange.response().get("body");
        if (shown == null) {
            assertThat(reply.body()).isEmpty();
            return;
        }
        Object actual = Json.read(reply.body());
        Integer rows = ONLY_THE_BEGINNING_SHOWN.get(transcript.name());
        if (rows != null) {
            assertThat(Json.asList(actual)).hasSize(rows);
            actual = Json.asList(actual).subList(0, Json.asList(shown).size());
        }
        if (ANY_ORDER.contains(transcript.name())) {
            actual = inOrder(actual);
            shown = inOrder(shown);
        }
        Comparison comparison =
                new Comparison(
                        FREE.getOrDefault(transcript.name(), created(exchange)),
                        transcript.writes());
        assertThat(comparison.difference(shown, actual))
                .as(exchange.method() + " " + exchange.path())
                .isEmpty();
    }

    private static Set<String> created(Transcript.Exchange exchange) {
        return exchange.status() == 201 || exchange.path().endsWith("/notes")
                ? Set.of("id")
                : Set.of();
    }

    private static List<Object> inOrder(Object rows) {
        return Json.asList(rows).stream()
                .sorted((a, b) ->
                        (Json.asObject(a).get("noteType") + "" + Json.asObject(a).get("id"))
                                .compareTo(
                                        Json.asObject(b).get("noteType")
                                                + ""
                                                + Json.asObject(b).get("id")))
                .toList();
    }

    private static Map<String, String> headers(Map<String, Object> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        Json.asObject(message.getOrDefault("headers", Map.of()))
                .forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return headers;
    }

    private static String media(String contentType) {
        return contentType.split(";", 2)[0].strip();
    }

    private static String path(String url) {
        String path = url.substring(url.indexOf('/', url.indexOf("//") + 2));
        return path.replaceAll("/\\d+$", "/#");
    }

    private static String basic(String privateKey) {
        String pair = SmallWorld.COMPANY + "+" + SmallWorld.PUBLIC_KEY + ":" + privateKey;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
