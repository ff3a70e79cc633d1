package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.seed.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectWiseSandboxTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private ConnectWiseSandbox sandbox;
    private Client client;

    @BeforeAll
    void start() throws IOException {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        sandbox = ConnectWiseSandbox.start(SandboxSettings.usual().withClock(clock));
        client = new Client(sandbox, sandbox.credentials());
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void aServiceProviderIsAtWork() {
        SandboxCompany demo = sandbox.demo();

        assertThat(demo.records(Tables.COMPANIES)).hasSize(40);
        assertThat(demo.records(Tables.CONTACTS)).hasSize(120);
        assertThat(demo.records(Tables.BOARDS)).hasSize(4);
        assertThat(demo.records(Tables.TICKETS)).hasSize(600);
        assertThat(demo.records(Tables.MEMBERS))
                .filteredOn(member -> !"A".equals(member.get("licenseClass")))
                .hasSize(25);
    }

    @Test
    void closingItTwiceDoesNoHarm() throws IOException {
        ConnectWiseSandbox other = ConnectWiseSandbox.start();
        other.close();

        assertThatCode(other::close).doesNotThrowAnyException();
    }

    @Test
    void theSameDayGivesTheSameRecords() {
        Object before = Json.text(sandbox.demo().records(Tables.TICKETS));
        sandbox.reset();

        assertThat(Json.text(sandbox.demo().records(Tables.TICKETS))).isEqualTo(before);
    }

    @Test
    void aPageSizeThatIsNotAskedForIsTwentyFive() throws Exception {
        assertThat(Json.asList(Json.read(client.get("/service/tickets").body()))).hasSize(25);
    }

    @Test
    void timesComeFromTheClockThatWasGiven() throws Exception {
        HttpResponse<String> created = client.call("POST", "/service/tickets", ticket());

        assertThat(created.body()).contains("\"dateEntered\":\"2026-03-02T12:00:00Z\"");
        assertThat(created.headers().firstValue("Date")).hasValue("Mon, 02 Mar 2026 12:00:00 GMT");
        sandbox.clock().advance(Duration.ofMinutes(5));
        assertThat(client.get("/system/info").headers().firstValue("Date"))
                .hasValue("Mon, 02 Mar 2026 12:05:00 GMT");
    }

    @Test
    void anInitialDescriptionBecomesTheFirstNoteAndIsNotShown() throws Exception {
        Map<String, Object> ticket =
                client.json(
                        "POST",
                        "/service/tickets",
                        "{\"summary\":\"x\",\"company\":{\"id\":250},\"initialDescription\":\"a\\nb\",\"processNotifications\":false}");

        assertThat(ticket).doesNotContainKeys("initialDescription", "processNotifications");
        assertThat(client.get("/service/tickets/" + ticket.get("id") + "/notes").body())
                .contains("\"text\":\"a\\nb\"", "\"detailDescriptionFlag\":true");
        assertThat(sandbox.demo().outbox()).isEmpty();
    }

    @Test
    void aNoteIsMailedOnlyWhenItAsksForIt() throws Exception {
        long ticket = openTicketWithContact();
        note(ticket, "quiet", false);
        assertThat(sandbox.demo().outbox()).isEmpty();

        note(ticket, "loud", true);
        assertThat(sandbox.demo().outbox())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).isEqualTo("loud"));
    }

    @Test
    void whatFailsChangesNothing() throws Exception {
        int before = sandbox.demo().records(Tables.TICKETS).size();
        String patch =
                "[{\"op\":\"replace\",\"path\":\"summary\",\"value\":\"new\"},"
                        + "{\"op\":\"replace\",\"path\":\"status\",\"value\":{\"id\":521}}]";
        long id = ticketOnBoard(21);
        Object summary = sandbox.demo().record(Tables.TICKETS, id).orElseThrow().get("summary");

        assertThat(client.call("PATCH", "/service/tickets/" + id, patch).statusCode())
                .isEqualTo(400);
        assertThat(
                        client.call(
                                        "POST",
                                        "/service/tickets",
                                        "{\"summary\":\"x\",\"company\":{\"id\":1}}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(client.call("POST", "/service/tickets", "{\"summary\":\"x\",").statusCode())
                .isEqualTo(400);
        assertThat(sandbox.demo().record(Tables.TICKETS, id).orElseThrow().get("summary"))
                .isEqualTo(summary);
        assertThat(sandbox.demo().records(Tables.TICKETS)).hasSize(before);
    }

    @Test
    void valuesAreTakenLeniently() throws Exception {
        long id = ticketOnBoard(21);
        String patch =
                "[{\"op\":\"replace\",\"path\":\"budgetHours\",\"value\":\"2.5\"},"
                        + "{\"op\":\"replace\",\"path\":\"automaticEmailCcFlag\",\"value\":\"True\"}]";

        assertThat(client.json("PATCH", "/service/tickets/" + id, patch))
                .containsEntry("budgetHours", 2.5)
                .containsEntry("automaticEmailCcFlag", true);
    }

    @Test
    void aDeletedTicketIsGone() throws Exception {
        long id = ticketOnBoard(21);

        assertThat(client.call("DELETE", "/service/tickets/" + id, "").statusCode()).isEqualTo(204);
        assertThat(client.get("/service/tickets/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void companiesShareNothing() throws Exception {
        SandboxCompany other = sandbox.newCompany(World.BASIC);
        Client their = new Client(sandbox, other.credentials());
        other.set(Switch.NEWLINES, "flattened");

        their.call("POST", "/service/tickets", ticket());

        assertThat(other.records(Tables.TICKETS)).hasSize(1);
        assertThat(sandbox.demo().records(Tables.TICKETS)).hasSize(600);
        other.revokeKeys();
        assertThat(their.get("/system/info").statusCode()).isEqualTo(401);
        assertThat(client.get("/system/info").statusCode()).isEqualTo(200);
    }

    @Test
    void eachApiMemberHasRightsOfItsOwn() throws Exception {
        Map<String, String> weak = sandbox.demo().addMember("reader", Rights.nothing());

        assertThat(new Client(sandbox, weak).get("/service/tickets").statusCode()).isEqualTo(403);
        assertThat(client.get("/service/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void theLogShowsRequestsAndNoKeys() throws Exception {
        sandbox.order(Fault.of("502-html").on("GET", "/system/info"));
        client.get("/system/info?a=b");

        ReceivedRequest last = sandbox.received().getLast();
        assertThat(last.path()).endsWith("/system/info");
        assertThat(last.status()).isEqualTo(502);
        assertThat(last.member()).isEqualTo("psabridge");
        assertThat(last.toString()).doesNotContain("Basic ", "a-product");
        assertThat(Json.text(last.toJson()))
                .doesNotContain(String.valueOf(sandbox.credentials().get("privateKey")));
    }

    @Test
    void aDripTakesItsTimeAndArrivesWhole() throws Exception {
        sandbox.order(Fault.of(new FaultEffect.Drip(64, 5)));

        assertThat(client.json("GET", "/system/info", "")).containsKey("version");
    }

    @Test
    void searchTextComesBackAsALiteral() throws Exception {
        String condition = Client.encode("summary contains \"[[]URGENT]\" and closedFlag=False");

        List<Object> found =
                Json.asList(
                        Json.read(
                                client.get("/service/tickets?pageSize=1000&conditions=" + condition)
                                        .body()));
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(Json.asObject(each))
                                .containsEntry("summary", "[URGENT] till offline"));
    }

    @Test
    void startingTwiceOnOnePortIsAClearError() {
        assertThatThrownBy(() ->
                        ConnectWiseSandbox.start(SandboxSettings.usual().withPort(sandbox.port()))
                                .close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + sandbox.port());
    }

    private void note(long ticket, String text, boolean notify) throws Exception {
        client.call(
                "POST",
                "/service/tickets/" + ticket + "/notes",
                "{\"text\":\""
                        + text
                        + "\",\"detailDescriptionFlag\":true,\"processNotifications\":"
                        + notify
                        + "}");
    }

    private long openTicketWithContact() throws Exception {
        Object id =
                client.json(
                                "POST",
                                "/service/tickets",
                                "{\"summary\":\"x\",\"company\":{\"id\":250},\"contact\":{\"id\":1207},\"processNotifications\":false}")
                        .get("id");
        return Long.parseLong(String.valueOf(id));
    }

    private long ticketOnBoard(long board) {
        return sandbox.demo().records(Tables.TICKETS).stream()
                .filter(ticket ->
                        String.valueOf(ticket.get("board")).startsWith("{id=" + board + ",")
                                && Boolean.FALSE.equals(ticket.get("closedFlag")))
                .map(ticket -> Long.parseLong(String.valueOf(ticket.get("id"))))
                .findFirst()
                .orElseThrow();
    }

    private static String ticket() {
        return "{\"summary\":\"Kettle\",\"company\":{\"id\":250},\"processNotifications\":false}";
    }
}
