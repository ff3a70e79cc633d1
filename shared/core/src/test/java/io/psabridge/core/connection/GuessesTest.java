package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.audit.AuditEvent;
import io.psabridge.core.audit.AuditFilter;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PageRequest;
import io.psabridge.tck.memory.InMemoryProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final int ATTEMPTS = 6;
    private static final int REFUSED = 3;
    private static final Credentials WRONG = InMemoryProvider.credentials("a-wrong-key");

    private Core one;
    private Core other;

    @BeforeEach
    void twoProcesses() {
        one = Core.start(Map.of("PSA_BRIDGE_GUESS_LIMIT", ATTEMPTS + "/" + REFUSED));
        other = one.beside();
    }

    @AfterEach
    void stop() {
        other.closeBeside();
        one.close();
    }

    @Test
    void afterTooManyRefusedKeysNoneIsTriedByAnyProcess() {
        tries(one, NORTH, WRONG, ProblemCode.PSA_AUTHENTICATION_FAILED);
        tries(other, NORTH, WRONG, ProblemCode.PSA_AUTHENTICATION_FAILED);
        tries(one, NORTH, WRONG, ProblemCode.PSA_AUTHENTICATION_FAILED);
        one.psa().forget();

        for (Core process : List.of(one, other)) {
            Problem problem = tries(process, NORTH, right(), ProblemCode.RATE_LIMITED);
            assertThat(problem.retryable()).isTrue();
            assertThat(problem.retryAfter())
                    .hasValueSatisfying(wait ->
                            assertThat(wait)
                                    .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
        }
        assertThat(one.psa().received()).isEmpty();
        assertThat(lastEvent(NORTH).action()).isEqualTo("connection.create");
        assertThat(lastEvent(NORTH).outcome().code()).isEqualTo("rate_limited");
        one.connect(SOUTH); // another tenant is not to blame
    }

    @Test
    void aQuarterOfAnHourLaterOnTheDatabasesClockKeysAreTriedAgain() {
        for (int i = 0; i < REFUSED; i++) {
            tries(one, NORTH, WRONG, ProblemCode.PSA_AUTHENTICATION_FAILED);
        }
        one.database().clockAheadBy(Duration.ofMinutes(14));
        tries(other, NORTH, right(), ProblemCode.RATE_LIMITED);

        one.database().clockAheadBy(Duration.ofMinutes(15).plusSeconds(1));
        other.connect(NORTH);
        assertThat(one.count("SELECT count(*) FROM guess")).isEqualTo(1);
    }

    @Test
    void soManyAttemptsAMinuteWhetherTheySucceedOrNot() {
        ConnectionId id = one.connect(NORTH);
        ConnectionService connections = other.get(ConnectionService.class);
        connections.verify(NORTH, ROBIN, id);
        connections.rotate(NORTH, ROBIN, id, Credentials.of(Map.of("user", "another")));
        tries(one, NORTH, WRONG, ProblemCode.PSA_AUTHENTICATION_FAILED);
        one.connect(NORTH);
        one.connect(NORTH);

        tries(one, NORTH, right(), ProblemCode.RATE_LIMITED);
        fails(ProblemCode.RATE_LIMITED, () -> connections.verify(NORTH, ROBIN, id));
        fails(ProblemCode.RATE_LIMITED, () -> connections.rotate(NORTH, ROBIN, id, WRONG));

        one.database().clockAheadBy(Duration.ofSeconds(61));
        assertThat(connections.verify(NORTH, ROBIN, id).ok()).isTrue();
    }

    @Test
    void whatIsNoAttemptDoesNotCount() {
        ConnectionId id = one.connect(NORTH);
        ConnectionService connections = one.get(ConnectionService.class);
        connections.pause(NORTH, ROBIN, id);
        for (int i = 0; i < ATTEMPTS; i++) {
            fails(ProblemCode.CONNECTION_PAUSED, () -> connections.verify(NORTH, ROBIN, id));
            tries(one, NORTH, Credentials.of(Map.of()), ProblemCode.INVALID_REQUEST);
        }

        one.connect(NORTH);
    }

    @Test
    void atTheSameTimeNoMoreAreTriedThanOneAfterTheOther() throws Exception {
        List<Callable<ProblemCode>> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Core process = i % 2 == 0 ? one : other;
            guesses.add(() -> tried(process));
        }
        List<ProblemCode> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<ProblemCode> outcome : threads.invokeAll(guesses)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .containsOnly(ProblemCode.PSA_AUTHENTICATION_FAILED, ProblemCode.RATE_LIMITED)
                .filteredOn(ProblemCode.PSA_AUTHENTICATION_FAILED::equals)
                .hasSize(REFUSED);
    }

    @Test
    void aServerIsTheSameHoweverItIsTyped() {
        assertThat(SiteUrls.server("https://PSA.example.com:443/path"))
                .isEqualTo(SiteUrls.server(" psa.example.com. "))
                .isEqualTo("psa.example.com");
        assertThat(SiteUrls.server("http://127.0.0.1:9001")).isEqualTo("127.0.0.1:9001");
    }

    private static ProblemCode tried(Core process) {
        try {
            process.get(ConnectionService.class).create(NORTH, ROBIN, process.wanted(WRONG));
            throw new AssertionError("a wrong key was let in");
        } catch (Problem e) {
            return e.code();
        }
    }

    private static Problem tries(
            Core process, TenantId tenant, Credentials credentials, ProblemCode code) {
        return fails(
                code,
                () ->
                        process.get(ConnectionService.class)
                                .create(tenant, ROBIN, process.wanted(credentials)));
    }

    private Credentials right() {
        return one.provider().tenant().credentials();
    }

    private AuditEvent lastEvent(TenantId tenant) {
        return one.get(AuditLog.class)
                .list(tenant, AuditFilter.ALL, PageRequest.first(1))
                .items()
                .getFirst();
    }
}
