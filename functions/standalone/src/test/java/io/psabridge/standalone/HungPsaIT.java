package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One PSA that never answers, and everybody else's. */
class HungPsaIT {

    /** More than the pool has connections. */
    private static final int CALLS_TO_THE_HUNG = 40;

    private static final int OTHER_TENANTS = 20;

    @TempDir Path home;

    @Test
    void endsWithinTheBudgetAndKeepsNobodyElseWaiting() throws Exception {
        try (RunningProduct product = RunningProduct.start(home);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            SandboxCompany hung = product.sandbox().newCompany(World.BASIC);
            String unlucky = product.admin("unlucky");
            String theirs = "/v1/connections/" + product.connect(unlucky, hung) + "/tickets";
            List<Callable<Answer>> others = new ArrayList<>();
            for (int i = 0; i < OTHER_TENANTS; i++) {
                String token = product.admin("tenant-" + i);
                String path =
                        "/v1/connections/"
                                + product.connect(token, product.sandbox().demo())
                                + "/tickets?limit=1";
                others.add(() -> product.get(token, path));
            }
            product.sandbox().order(Fault.of("no-answer").onCompany(hung.id()).forever());

            List<Future<Answer>> waiting = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < CALLS_TO_THE_HUNG; i++) {
                waiting.add(callers.submit(() -> product.get(unlucky, theirs)));
            }
            for (Future<Answer> answer : callers.invokeAll(others)) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            assertThat(waiting)
                    .as("they still wait while all others were answered")
                    .anyMatch(it -> !it.isDone());

            for (Future<Answer> answer : waiting) {
                // those beyond the four that are sent at once are told to come back
                assertThat(answer.get().get("code")).isIn("psa_timeout", "psa_rate_limited");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(RunningProduct.BUDGET_MS).plusSeconds(5));
            assertThat(waiting).extracting(it -> it.get().get("code")).contains("psa_timeout");
        }
    }
}
