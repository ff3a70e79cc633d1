package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.testing.Core;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.TicketFilter;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.memory.InMemoryProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionServiceTest {

    private static final PageRequest PAGE = PageRequest.first(50);
    private static Core core;
    private static ConnectionService connections;

    @BeforeAll
    static void start() {
        core = Core.start();
        connections = core.get(ConnectionService.class);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
    }

    @Test
    void aConnectionIsActiveOnceThePsaLetUsIn() {
        Connection made = core.connected(NORTH);

        assertThat(made.status()).isEqualTo(ConnectionStatus.ACTIVE);
        assertThat(made.lastVerifiedAt()).isNotNull();
        assertThat(connections.get(NORTH, made.id())).isEqualTo(made);
        assertThat(connections.list(NORTH, PAGE).items()).first().isEqualTo(made);
    }

    @Test
    void aWrongKeyStoresNothingAndSaysWhatToCheck() {
        long before = core.count("SELECT count(*) FROM connection");

        Problem problem =
                fails(
                        ProblemCode.PSA_AUTHENTICATION_FAILED,
                        () ->
                                connections.create(
                                        NORTH,
                                        ROBIN,
                                        core.wanted(InMemoryProvider.credentials("wrong-key-77"))));

        assertThat(problem.fix()).isPresent();
        assertThat(problem.detail()).doesNotContain("wrong-key-77");
        assertThat(core.count("SELECT count(*) FROM connection")).isEqualTo(before);
    }

    @Test
    void missingAndUnknownCredentialFieldsAreNamedTogether() {
        Problem problem =
                fails(
                        ProblemCode.INVALID_REQUEST,
                        () ->
                                connections.create(
                                        NORTH,
                                        ROBIN,
                                        core.wanted(
                                                Credentials.of(Map.of("user", "u", "pin", "1")))));

        assertThat(problem.errors())
                .extracting(Problem.FieldError::field)
                .containsExactlyInAnyOrder("credentials.key", "credentials.pin");
    }

    @Test
    void anUnknownProviderIsRefused() {
        NewConnection wanted = core.wanted(core.provider().tenant().credentials());
        fails(
                ProblemCode.INVALID_REQUEST,
                () ->
                        connections.create(
                                NORTH,
                                ROBIN,
                                new NewConnection(
                                        "halo",
                                        wanted.name(),
                                        wanted.site(),
                                        wanted.credentials(),
                                        wanted.settings())));
    }

    @Test
    void noCredentialIsInTheDatabaseInClear() {
        core.connect(NORTH);

        String secret = core.provider().tenant().credentials().require("key").expose();
        assertThat(
                        core.count(
                                "SELECT count(*) FROM connection c WHERE c::text LIKE '%"
                                        + secret
                                        + "%' OR position('"
                                        + secret
                                        + "'::bytea IN sealed_credentials) > 0"
                                        + " OR position('"
                                        + secret
                                        + "'::bytea IN wrapped_key) > 0"))
                .isZero();
    }

    @Test
    void anotherTenantFindsAndChangesNothing() {
        ConnectionId id = core.connect(NORTH);

        fails(ProblemCode.NOT_FOUND, () -> connections.get(SOUTH, id));
        fails(
                ProblemCode.NOT_FOUND,
                () -> connections.change(SOUTH, ROBIN, id, Optional.of("x"), it -> it));
        fails(ProblemCode.NOT_FOUND, () -> connections.verify(SOUTH, ROBIN, id));
        fails(ProblemCode.NOT_FOUND, () -> connections.pause(SOUTH, ROBIN, id));
        fails(ProblemCode.NOT_FOUND, () -> connections.resume(SOUTH, ROBIN, id));
        fails(ProblemCode.NOT_FOUND, () -> connections.delete(SOUTH, ROBIN, id));
        fails(
                ProblemCode.NOT_FOUND,
                () -> connections.rotate(SOUTH, ROBIN, id, core.provider().tenant().credentials()));
        assertThat(connections.list(SOUTH, PAGE).items()).isEmpty();
        assertThat(connections.get(NORTH, id).name()).isEqualTo("Their PSA");
    }

    @Test
    void rotationReplacesTheKeysOfTheSameCompanyOnly() {
        ConnectionId id = core.connect(NORTH);

        Connection rotated =
                connections.rotate(
                        NORTH, ROBIN, id, Credentials.of(Map.of("user", "somebody else")));
        assertThat(rotated.credentialVersion()).isEqualTo(2);
        assertThat(rotated.credentialHint()).containsEntry("user", "somebody else");
        assertThat(tickets(id)).isPositive();

        fails(
                ProblemCode.PSA_AUTHENTICATION_FAILED,
                () ->
                        connections.rotate(
                                NORTH, ROBIN, id, InMemoryProvider.credentials("not a key")));
        assertThat(connections.get(NORTH, id).credentialVersion()).isEqualTo(2);
        assertThat(tickets(id)).isPositive();
    }

    @Test
    void whilePausedReadingWorksAndCheckingDoesNot() {
        ConnectionId id = core.connect(NORTH);

        assertThat(connections.pause(NORTH, ROBIN, id).status()).isEqualTo(ConnectionStatus.PAUSED);
        assertThat(connections.pause(NORTH, ROBIN, id).status()).isEqualTo(ConnectionStatus.PAUSED);
        fails(ProblemCode.CONNECTION_PAUSED, () -> connections.verify(NORTH, ROBIN, id));
        assertThat(tickets(id)).isPositive();

        assertThat(connections.resume(NORTH, ROBIN, id).status())
                .isEqualTo(ConnectionStatus.ACTIVE);
        assertThat(connections.verify(NORTH, ROBIN, id).ok()).isTrue();
    }

    @Test
    void deletingDestroysTheKeysAtOnce() {
        ConnectionId id = core.connect(NORTH);

        connections.delete(NORTH, ROBIN, id);

        fails(ProblemCode.NOT_FOUND, () -> connections.get(NORTH, id));
        fails(ProblemCode.NOT_FOUND, () -> connections.delete(NORTH, ROBIN, id));
        fails(ProblemCode.NOT_FOUND, () -> tickets(id));
        assertThat(
                        core.count(
                                "SELECT count(*) FROM connection WHERE id = '"
                                        + id
                                        + "' AND wrapped_key IS NULL AND sealed_credentials IS NULL"
                                        + " AND credential_hint = '{}'"))
                .isEqualTo(1);
    }

    @Test
    void refusedKeysMakeItUnauthorizedAndGoodOnesActiveAgain() {
        ConnectionId id = core.connect(NORTH);
        core.psa().arrange(StandInFault.KEYS_REVOKED_401, Operation.LIST_TICKETS);

        fails(ProblemCode.PSA_AUTHENTICATION_FAILED, () -> tickets(id));
        Connection refused = connections.get(NORTH, id);
        assertThat(refused.status()).isEqualTo(ConnectionStatus.UNAUTHORIZED);
        assertThat(refused.health().code()).isEqualTo("psa_authentication_failed");

        core.psa().reset();
        tickets(id);
        assertThat(connections.get(NORTH, id).status()).isEqualTo(ConnectionStatus.ACTIVE);
    }

    @Test
    void aPsaThatIsDownIsDegraded() {
        ConnectionId id = core.connect(NORTH);
        core.psa().arrange(StandInFault.HTML_503, Operation.LIST_TICKETS);

        Problem problem = fails(ProblemCode.PSA_UNAVAILABLE, () -> tickets(id));

        assertThat(problem.retryable()).isTrue();
        assertThat(connections.get(NORTH, id).status()).isEqualTo(ConnectionStatus.DEGRADED);
    }

    @Test
    void aRateLimitIsToldWithTheTimeToWait() {
        ConnectionId id = core.connect(NORTH);
        core.psa().arrange(StandInFault.RATE_LIMITED_JSON, Operation.LIST_TICKETS);

        Problem problem = fails(ProblemCode.PSA_RATE_LIMITED, () -> tickets(id));

        assertThat(problem.retryable()).isTrue();
        assertThat(problem.retryAfter())
                .hasValueSatisfying(time -> assertThat(time).hasSeconds(30));
    }

    @Test
    void aBlockIsStoredAndObeyedWithoutACall() {
        ConnectionId id = core.connect(NORTH);
        core.get(PsaCallGate.class).blocked(NORTH + "/" + id, Duration.ofSeconds(90));
        core.psa().forget();

        Problem problem = fails(ProblemCode.PSA_RATE_LIMITED, () -> tickets(id));

        assertThat(problem.retryAfter())
                .hasValueSatisfying(
                        time -> assertThat(time).isBetween(ofSeconds(60), ofSeconds(90)));
        assertThat(core.psa().received()).isEmpty();
    }

    @Test
    void settingsAreChangedAndKept() {
        ConnectionId id = core.connect(NORTH);
        ConnectionSettings wanted =
                new ConnectionSettings("21", null, Map.of("21", Map.of("resolved", "517")));

        Connection changed =
                connections.change(NORTH, ROBIN, id, Optional.of("Renamed"), it -> wanted);

        assertThat(changed.name()).isEqualTo("Renamed");
        assertThat(connections.get(NORTH, id).settings()).isEqualTo(wanted);
        assertThat(changed.settings().statusFor("21", "resolved")).contains("517");
        assertThat(changed.settings().statusFor("22", "resolved")).isEmpty();
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        for (int i = 0; i < 3; i++) {
            core.connect(SOUTH_EAST);
        }
        var first = connections.list(SOUTH_EAST, PageRequest.first(2));
        var second = connections.list(SOUTH_EAST, new PageRequest(first.next(), 2));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    private static final TenantId SOUTH_EAST = new TenantId("south-east");

    private static Duration ofSeconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static int tickets(ConnectionId id) {
        return core.get(TicketService.class)
                .search(NORTH, id, TicketFilter.ALL, PAGE)
                .value()
                .items()
                .size();
    }
}
