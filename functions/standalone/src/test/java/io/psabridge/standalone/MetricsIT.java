package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of a running product. */
class MetricsIT {

    private static final String TENANT = "canaryTenant3301";
    private static final String NOTE = "canaryNoteText7718";
    private static final String PUBLIC = "canaryPublic4471";
    private static final String PRIVATE = "canaryPrivate9932";

    @TempDir Path home;

    @Test
    void whatBecameOfNotesIsCountedAndNobodyIsNamed() throws Exception {
        try (ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
                RunningProduct product =
                        RunningProduct.start(home, sandbox, Map.of("METRICS_PORT", "0"))) {
            String metrics = product.process().printed("Metrics: ");
            assertThat(metrics).startsWith("http://127.0.0.1:").endsWith("/metrics");
            SandboxCompany company = sandbox.newCompany(World.FULL).keys(PUBLIC, PRIVATE);
            String token = product.admin(TENANT);
            String connection = product.connect(token, company);
            String tickets = "/v1/connections/" + connection + "/tickets";
            String ticket = product.get(token, tickets + "?limit=1").firstId();
            String notes = tickets + "/" + ticket + "/notes";

            assertThat(post(product, token, notes)).isEqualTo(201);
            sandbox.order(refusal().on("POST", "*/notes").times(1));
            assertThat(post(product, token, notes)).isGreaterThanOrEqualTo(400);
            sandbox.order(Fault.of("500").on("POST", "*/notes").times(1));
            assertThat(post(product, token, notes)).isEqualTo(202);

            String scraped = BridgeProcess.send(BridgeProcess.to(metrics)).body();

            assertThat(scraped)
                    .contains(attempts("posted"), attempts("refused"), attempts("uncertain"))
                    .contains("psa_bridge_notes_ended_total{outcome=\"posted\"} 1.0\n")
                    .containsPattern(
                            "psa_bridge_work\\{kind=\"notes\",state=\"(due|waiting|leased)\"} 1.0")
                    .contains("psa_bridge_work_oldest_due_seconds{kind=\"notes\"}")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds")
                    .doesNotContain(TENANT, NOTE, PUBLIC, PRIVATE, connection, token);
            assertThat(scraped).doesNotContain("\"" + ticket + "\"");
        }
    }

    @Test
    void onlyMetricsAreServedThereAndOnlyRead() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(home, Map.of("METRICS_PORT", "0"))) {
            String metrics = bridge.printed("Metrics: ");

            assertThat(status(metrics + "/more")).isEqualTo(404);
            assertThat(status(metrics.replace("/metrics", "/health"))).isEqualTo(404);
            HttpResponse<String> posted =
                    BridgeProcess.send(
                            BridgeProcess.to(metrics)
                                    .POST(HttpRequest.BodyPublishers.ofString("x")));
            assertThat(posted.statusCode()).isEqualTo(405);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStart() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(home, Map.of("METRICS_PORT", "0"))) {
            String port = bridge.printed("Metrics: ").replaceFirst(".*:(\\d+)/metrics", "$1");

            BridgeProcess second =
                    BridgeProcess.start(home.resolve("second"), Map.of("METRICS_PORT", port));

            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.remainingOutput()).contains("METRICS_PORT " + port);
        }
    }

    @Test
    void whoServesNoMetricsLoadsNothingOfThem() throws Exception {
        Path loaded = home.resolve("loaded.log");
        try (BridgeProcess bridge =
                BridgeProcess.start(
                        home, Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded))) {
            BridgeProcess.send(BridgeProcess.to(bridge.url() + "/health"));
        }

        assertThat(Files.readString(loaded))
                .contains("io.psabridge.standalone.Welcome")
                .doesNotContain("io.micrometer.prometheusmetrics", "MetricsPage");
    }

    private static Fault refusal() {
        return Fault.answer(
                403,
                "application/json",
                "{\"code\":\"Forbidden\",\"message\":\"No rights\"}",
                Map.of());
    }

    private static String attempts(String outcome) {
        return "psa_bridge_note_attempts_total{outcome=\""
                + outcome
                + "\",provider=\"connectwise\"} 1.0\n";
    }

    private static int post(RunningProduct product, String token, String path) throws Exception {
        return product.send("POST", path, token, Map.of("text", NOTE, "audience", "internal"))
                .status();
    }

    private static int status(String url) throws Exception {
        return BridgeProcess.send(BridgeProcess.to(url)).statusCode();
    }
}
