package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlApiTest {

    private ConnectWiseSandbox sandbox;
    private Client client;

    @BeforeAll
    void start() throws IOException {
        sandbox = ConnectWiseSandbox.start();
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
    void theOverviewShowsCompaniesAndTheirKeys() throws Exception {
        assertThat(control("GET", "", "").body())
                .contains("lanternlight", "\"publicKey\"", sandbox.origin());
    }

    @Test
    void aFaultIsOrderedSeenAndPlayed() throws Exception {
        control(
                "POST",
                "/faults",
                "{\"do\":\"429-json\",\"method\":\"GET\",\"path\":\"/service/tickets/*\",\"times\":1}");

        assertThat(control("GET", "/faults", "").body()).contains("429");
        assertThat(client.get("/service/tickets/48300").statusCode()).isEqualTo(429);
        assertThat(client.get("/service/tickets/48300").statusCode()).isEqualTo(200);
    }

    @Test
    void aRowCanLeaveBetweenTwoPages() throws Exception {
        control(
                "POST",
                "/faults",
                "{\"path\":\"/system/members\",\"then\":[{\"table\":\"system/members\",\"id\":115,\"set\":{\"inactiveFlag\":true}}]}");
        String active = "/system/members?conditions=inactiveFlag%3DFalse&pageSize=2";

        assertThat(client.get(active).body()).contains("obrindle");
        assertThat(client.get(active).body()).doesNotContain("obrindle");
    }

    @Test
    void aCompanyIsMadeSwitchedRestrictedAndRemoved() throws Exception {
        String made = control("POST", "/companies", "{\"id\":\"acme\",\"world\":\"basic\"}").body();
        assertThat(made).contains("\"id\":\"acme\"", "\"publicKey\"");

        assertThat(control("PATCH", "/companies/acme/switches", "{\"badKeys\":\"404\"}").body())
                .contains("\"badKeys\":\"404\"");
        assertThat(
                        control(
                                        "PATCH",
                                        "/companies/acme/rights",
                                        "{\"Service Desk / Service Tickets\":{\"add\":\"None\"}}")
                                .body())
                .contains("\"add\":\"None\"");
        control("DELETE", "/companies/acme", "");
        assertThat(control("GET", "/companies/acme", "").statusCode()).isEqualTo(404);
    }

    @Test
    void recordsAreSeenAndChangedFromBehind() throws Exception {
        String path = "/companies/lanternlight/records/service/tickets/48300";
        control("PATCH", path, "{\"summary\":\"changed behind your back\"}");

        assertThat(control("GET", path, "").body()).contains("changed behind your back");
        assertThat(client.get("/service/tickets/48300").body())
                .contains("changed behind your back");
        control("DELETE", path, "");
        assertThat(client.get("/service/tickets/48300").statusCode()).isEqualTo(404);
    }

    @Test
    void keysAreRevokedAndRestored() throws Exception {
        control("POST", "/companies/lanternlight/keys/revoke", "");
        assertThat(client.get("/service/tickets").statusCode()).isEqualTo(401);
        control("POST", "/companies/lanternlight/keys/restore", "");
        assertThat(client.get("/service/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void anUpgradeMovesTheCodebaseAndTheRouterPathStays() throws Exception {
        control("PUT", "/companies/lanternlight/release", "{\"version\":\"2026.1\"}");

        assertThat(client.get("/system/info").body()).contains("v2026.1.112233");
    }

    @Test
    void requestsAreSeenWithoutKeys() throws Exception {
        client.get("/system/info");

        String log = control("GET", "/requests", "").body();
        assertThat(log).contains("/system/info").doesNotContain("Basic ");
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(message(control("POST", "/faults", "{\"do\":\"explode\"}"), 400))
                .contains("explode");
        assertThat(
                        message(
                                control(
                                        "PATCH",
                                        "/companies/lanternlight/switches",
                                        "{\"badKeys\":\"maybe\"}"),
                                400))
                .contains("404");
        assertThat(message(control("GET", "/nothing", ""), 404)).contains("docs/sandbox.md");
        assertThat(control("POST", "/faults", "not json").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        return client.control(method, path, body);
    }

    private static String message(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        return String.valueOf(Json.asObject(Json.read(answer.body())).get("message"));
    }
}
