package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes over one database: what carries a key happens once, also when one of them dies. */
class TwoProductsIT {

    private static final int DUPLICATES = 20;
    private static final Duration LEASE_IS_OVER = Duration.ofSeconds(61);
    private static final Duration SETTLED = Duration.ofSeconds(150);

    private final TestDatabase database = TestDatabase.empty();
    private final ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();

    private RunningProduct one;
    private RunningProduct other;
    private String token;
    private String tickets;

    @TempDir Path home;

    TwoProductsIT() throws Exception {}

    @BeforeEach
    void start() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password(),
                        "PSA_BRIDGE_SETTLE_SECONDS", Long.toString(SETTLED.toSeconds()),
                        "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate());
        one = RunningProduct.beside(home.resolve("one"), sandbox, variables);
        other = RunningProduct.beside(home.resolve("other"), sandbox, variables);
        token = one.admin("acme");
        tickets = "/v1/connections/" + one.connect(token, sandbox.demo()) + "/tickets";
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        sandbox.close();
        database.close();
    }

    @Test
    void twentyDuplicatesAtOnceAreOneTicket() throws Exception {
        sandbox.order(Fault.delay(Duration.ofMillis(300)).on("POST", "/service/tickets"));

        List<Answer> answers =
                atOnce(product -> product.once("order-1", tickets, token, ticket("Only one")));

        List<Answer> made = answers.stream().filter(it -> it.status() == 201).toList();
        assertThat(made).filteredOn(it -> it.header("Idempotency-Replayed").isEmpty()).hasSize(1);
        assertThat(made).extracting(Answer::text).containsOnly(made.getFirst().text());
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(it -> it.get("code"))
                .isSubsetOf("idempotency_in_progress");
        assertThat(found(other, "Only one")).isEqualTo(1);
        Answer late = other.once("order-1", tickets, token, ticket("Only one"));
        assertThat(late.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(late.text()).isEqualTo(made.getFirst().text());
    }

    @Test
    void twentyTicketsAboutOneMatterAreOneTicket() throws Exception {
        Map<String, Object> wanted = new HashMap<>(ticket("One matter"));
        wanted.put("dedupeKey", "alert-17");
        sandbox.order(Fault.delay(Duration.ofMillis(300)).on("POST", "/service/tickets"));

        List<Answer> answers = atOnce(product -> product.send("POST", tickets, token, wanted));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(it -> it.status() > 201)
                .allSatisfy(it -> {
                    assertThat(it.get("code")).as(it.text()).isEqualTo("psa_timeout");
                    assertThat(it.get("retryable")).isEqualTo("true");
                    assertThat(it.header("Retry-After")).isNotEmpty();
                });
        assertThat(found(other, "One matter")).isEqualTo(1);
        assertThat(other.send("POST", tickets, token, wanted).get("deduplicated"))
                .isEqualTo("true");
    }

    @Test
    void whatAKilledProcessHadMadeIsFoundByTheOther() throws Exception {
        sandbox.order(Fault.of("no-answer-after-commit").on("POST", "/service/tickets"));
        killedWhileSending("Made unseen");
        assertThat(found(other, "Made unseen")).isEqualTo(1);

        Answer early = other.once("order-2", tickets, token, ticket("Made unseen"));
        database.clockAheadBy(LEASE_IS_OVER);
        Answer resumed = other.once("order-2", tickets, token, ticket("Made unseen"));
        Answer again = other.once("order-2", tickets, token, ticket("Made unseen"));

        assertThat(early.get("code")).isEqualTo("idempotency_in_progress");
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(found(other, "Made unseen")).isEqualTo(1);
    }

    @Test
    void whatAKilledProcessHadNotMadeIsSentAgainOnceThePsaHasSettled() throws Exception {
        sandbox.order(Fault.of("no-answer").on("POST", "/service/tickets"));
        killedWhileSending("Never arrived");

        database.clockAheadBy(LEASE_IS_OVER);
        Answer early = other.once("order-2", tickets, token, ticket("Never arrived"));
        database.clockAheadBy(SETTLED.plusMillis(RunningProduct.BUDGET_MS));
        Answer resumed = other.once("order-2", tickets, token, ticket("Never arrived"));

        assertThat(early.get("code")).as(early.text()).isEqualTo("psa_timeout");
        assertThat(early.get("retryable")).isEqualTo("true");
        assertThat(early.header("Retry-After")).isNotEmpty();
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(201);
        assertThat(found(other, "Never arrived")).isEqualTo(1);
    }

    @Test
    void nothingOfARequestIsInTheDatabaseInClear() throws Exception {
        Map<String, Object> wanted = new HashMap<>(ticket("canary-summary"));
        wanted.put("description", "canary-description");
        wanted.put("dedupeKey", "canary-dedupe");
        assertThat(one.once("canary-key", tickets, token, wanted).status()).isEqualTo(201);
        String path = tickets + "/" + one.get(token, tickets + "?limit=1").firstId() + "/notes";
        Map<String, Object> note = Map.of("text", "canary-note", "audience", "internal");
        assertThat(one.once("canary-key-2", path, token, note).status()).isEqualTo(201);

        for (String table : Set.of("idempotency_key", "ticket_create", "note_post")) {
            assertThat(rows(table)).as(table).isNotEmpty().allMatch(row -> !row.contains("canary"));
        }
    }

    /** Ends the one process for good, as soon as the PSA has its ticket. */
    private void killedWhileSending(String summary) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> lost =
                    threads.submit(() -> one.once("order-2", tickets, token, ticket(summary)));
            while (sandbox.received().stream()
                    .noneMatch(it -> it.method().equals("POST") && it.body().contains(summary))) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            one.process().kill();
            assertThat(lost).failsWithin(Duration.ofSeconds(30));
        }
    }

    private List<Answer> atOnce(Asked asked) {
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < DUPLICATES; i++) {
                RunningProduct product = i % 2 == 0 ? one : other;
                sent.add(threads.submit(() -> asked.of(product)));
            }
        }
        return sent.stream().map(Future::resultNow).toList();
    }

    private int found(RunningProduct product, String summary) throws Exception {
        return product.get(token, tickets + "?q=" + summary.replace(" ", "%20")).items().size();
    }

    /** Each row as text, with its bytes as characters. */
    private List<String> rows(String table) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet rows =
                        connection.createStatement().executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    byte[] bytes = rows.getBytes(i);
                    row.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1))
                            .append('|');
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    private static Map<String, Object> ticket(String summary) {
        return Map.of("summary", summary, "companyId", "250");
    }

    private interface Asked {
        Answer of(RunningProduct product) throws Exception;
    }
}
