package io.psabridge.core.ticket;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketCreationTest {

    /** Of the PSA in memory, without an answer. */
    private static final Duration SETTLED = Duration.ofMinutes(2).plusSeconds(1);

    private static final String KEY = "order-77";
    private static final String SUMMARY = "Kettle will not boil";

    private static Core core;
    private static TicketService tickets;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start(Map.of("PSA_REQUEST_BUDGET_MS", "700"));
        tickets = core.get(TicketService.class);
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
        core.database().clockAheadBy(Duration.ZERO);
        core.database().execute("DELETE FROM ticket_create");
        core.get(ConnectionService.class).resume(NORTH, ROBIN, connection);
    }

    @Test
    void theMarkerIsMadeOfTenantConnectionAndKey() {
        assertThat(Marker.of(NORTH, new ConnectionId("con_1"), "k").value())
                // printf 'north\0con_1\0k' | sha256sum
                .isEqualTo("pb1-14033ed791ee93666198b3f7d2c8ce48");
    }

    @Test
    void anOpenTicketIsTheAnswerToItsDedupeKey() {
        CreatedTicket first = create(KEY);
        CreatedTicket second = create(KEY);

        assertThat(first.deduplicated()).isFalse();
        assertThat(second.deduplicated()).isTrue();
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(writes()).isEqualTo(1);
        assertThat(inThePsa()).isEqualTo(1);
    }

    @Test
    void aClosedTicketFreesItsDedupeKey() {
        CreatedTicket first = create(KEY);
        close(first);

        CreatedTicket second = create(KEY);

        assertThat(second.deduplicated()).isFalse();
        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(id(create(KEY))).isEqualTo(id(second));
    }

    @Test
    void aTicketThatIsGoneFreesItsDedupeKey() {
        core.psa().removeTicket(id(create(KEY)));

        assertThat(create(KEY).deduplicated()).isFalse();
    }

    @Test
    void whetherItIsGoneIsNotGuessedWhileThePsaDoesNotAnswer() {
        create(KEY);
        core.psa().arrange(StandInFault.HTML_503, Operation.READ_TICKET);
        core.psa().forget();

        fails(ProblemCode.PSA_UNAVAILABLE, () -> create(KEY));
        assertThat(writes()).isZero();
    }

    @Test
    void aDedupeKeyIsItsConnectionsAndItsTenantsOwn() {
        ConnectionId other = core.connect(NORTH);
        ConnectionId south = core.connect(SOUTH);
        Id<Ticket> first = id(create(KEY));

        assertThat(id(create(NORTH, other, KEY, Attempt.only()))).isNotEqualTo(first);
        assertThat(id(create(SOUTH, south, KEY, Attempt.only()))).isNotEqualTo(first);
        fails(ProblemCode.NOT_FOUND, () -> create(SOUTH, connection, KEY, Attempt.only()));
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"RESET_AFTER_COMMIT", "HTML_200", "TRUNCATED_JSON", "EMPTY_200"})
    void whatWasMadeThoughNobodySaidSoIsFoundAndNotMadeAgain(StandInFault fault) {
        core.psa().arrange(fault, Operation.CREATE_TICKET);

        Problem problem = createFails(KEY);
        CreatedTicket found = create(KEY);

        assertThat(problem.code().status()).isIn(502, 504);
        assertThat(problem.retryable()).isTrue();
        assertThat(problem.outcomeUnknown()).isTrue();
        assertThat(problem.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("looked for"));
        assertThat(found.deduplicated()).isTrue();
        assertThat(writes()).isEqualTo(1);
        assertThat(inThePsa()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"RESET_BEFORE_COMMIT", "NO_ANSWER"})
    void whatIsNotThereIsSentAgainOnceThePsaHasSettled(StandInFault fault) {
        core.psa().arrange(fault, Operation.CREATE_TICKET);
        createFails(KEY);
        nextOneGoesThrough();

        core.database().clockAheadBy(SETTLED.minusSeconds(10));
        Problem early = fails(ProblemCode.PSA_TIMEOUT, () -> create(KEY));
        int sentEarly = writes();
        core.database().clockAheadBy(SETTLED);
        CreatedTicket made = create(KEY);

        assertThat(early.retryable()).isTrue();
        assertThat(early.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(early.outcomeUnknown()).isTrue();
        assertThat(sentEarly).isEqualTo(1);
        assertThat(made.deduplicated()).isFalse();
        assertThat(writes()).isEqualTo(2);
        assertThat(inThePsa()).isEqualTo(1);
    }

    @Test
    void afterACompleteServerErrorThePsaSettlesSooner() {
        core.psa().arrange(StandInFault.SERVER_ERROR_500, Operation.CREATE_TICKET);
        createFails(KEY);
        nextOneGoesThrough();

        core.database().clockAheadBy(Duration.ofSeconds(55));
        fails(ProblemCode.PSA_TIMEOUT, () -> create(KEY));
        core.database().clockAheadBy(Duration.ofSeconds(61));

        assertThat(create(KEY).deduplicated()).isFalse();
    }

    @Test
    void aProcessThatDiedLeavesWhatItWasAboutToSend() {
        KeyedCreate create = KeyedCreate.of(NORTH, connection, KEY, Attempt.only()).orElseThrow();
        core.get(TicketCreates.class).begin(NORTH, create, core.provider());

        core.database().clockAheadBy(SETTLED.minusSeconds(1));
        fails(ProblemCode.PSA_TIMEOUT, () -> create(KEY));
        core.database().clockAheadBy(SETTLED);

        assertThat(create(KEY).deduplicated()).isFalse();
        assertThat(writes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInFault.class,
            names = {"REFUSED_422", "FORBIDDEN_403", "RATE_LIMITED_JSON"})
    void whatWasRefusedLeavesNothingBehind(StandInFault fault) {
        core.psa().arrange(fault, Operation.CREATE_TICKET);

        Problem problem = createFails(KEY);

        assertThat(problem.outcomeUnknown()).isFalse();
        assertThat(core.count("SELECT count(*) FROM ticket_create")).isZero();
    }

    @Test
    void theClosedTicketOfAKeyIsNotTakenForTheOneThatMayHaveBeenMade() {
        CreatedTicket first = create(KEY);
        close(first);
        core.psa().arrange(StandInFault.RESET_BEFORE_COMMIT, Operation.CREATE_TICKET);
        createFails(KEY);
        nextOneGoesThrough();

        fails(ProblemCode.PSA_TIMEOUT, () -> create(KEY));
        core.database().clockAheadBy(SETTLED);

        assertThat(id(create(KEY))).isNotEqualTo(id(first));
    }

    @Test
    void anIdempotencyKeyMeansTheTicketOfItsOwnRequest() {
        Attempt first = new Attempt("k1", Attempt.only().reservedId(), false);
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.CREATE_TICKET);
        fails(ProblemCode.PSA_UNAVAILABLE, () -> create(NORTH, connection, null, first));

        Attempt resumed = new Attempt("k1", first.reservedId(), true);
        CreatedTicket found = create(NORTH, connection, null, resumed);
        nextOneGoesThrough();
        Attempt aDayLater = new Attempt("k1", Attempt.only().reservedId(), false);
        CreatedTicket another = create(NORTH, connection, null, aDayLater);

        assertThat(found.deduplicated()).isFalse();
        assertThat(id(create(NORTH, connection, null, aDayLater))).isEqualTo(id(another));
        assertThat(id(another)).isNotEqualTo(id(found));
        assertThat(marked("k1")).isEqualTo(2);
    }

    @Test
    void withBothKeysTheDedupeKeyNamesTheTicket() {
        Attempt attempt = new Attempt("k1", Attempt.only().reservedId(), false);
        CreatedTicket made = create(NORTH, connection, KEY, attempt);

        assertThat(marked(KEY)).isEqualTo(1);
        assertThat(marked("k1")).isZero();
        assertThat(create(KEY).deduplicated()).isTrue();
        // the same request, resumed after it died before its answer was kept
        Attempt resumed = new Attempt("k1", attempt.reservedId(), true);
        assertThat(create(NORTH, connection, KEY, resumed).deduplicated()).isFalse();
        assertThat(id(create(KEY))).isEqualTo(id(made));
    }

    @Test
    void withoutAnyKeyItIsSentOnceAndToBeLookedForByAPerson() {
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.CREATE_TICKET);

        Problem problem =
                fails(
                        ProblemCode.PSA_TIMEOUT,
                        () -> create(NORTH, connection, null, Attempt.only()));

        assertThat(problem.retryable()).isFalse();
        assertThat(problem.fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("Look in the PSA"));
        assertThat(core.count("SELECT count(*) FROM ticket_create")).isZero();
    }

    @Test
    void whileItIsNotKnownWhateverFailsLeavesItUnknown() {
        core.psa().arrange(StandInFault.RESET_BEFORE_COMMIT, Operation.CREATE_TICKET);
        createFails(KEY);

        core.psa().arrange(StandInFault.KEYS_REVOKED_401, Operation.LIST_TICKETS);
        Problem revoked = createFails(KEY);
        core.get(ConnectionService.class).pause(NORTH, ROBIN, connection);
        Problem paused = fails(ProblemCode.CONNECTION_PAUSED, () -> create(KEY));

        assertThat(revoked.code()).isEqualTo(ProblemCode.PSA_AUTHENTICATION_FAILED);
        assertThat(revoked.retryable()).isFalse();
        assertThat(revoked.outcomeUnknown()).isTrue();
        assertThat(paused.outcomeUnknown()).isTrue();
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void manyAtOnceMakeOneTicket() throws Exception {
        List<Future<CreatedTicket>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                asked.add(threads.submit(() -> create(KEY)));
            }
        }

        assertThat(inThePsa()).isEqualTo(1);
        assertThat(writes()).isEqualTo(1);
        assertThat(asked)
                .filteredOn(it -> it.state() == Future.State.SUCCESS)
                .extracting(it -> id(it.resultNow()))
                .isNotEmpty()
                .containsOnly(id(create(KEY)));
        assertThat(asked)
                .filteredOn(it -> it.state() == Future.State.FAILED)
                .allSatisfy(it ->
                        assertThat(it.exceptionNow())
                                .isInstanceOfSatisfying(
                                        Problem.class,
                                        problem -> assertThat(problem.retryable()).isTrue()));
    }

    @Test
    void whatAnIdempotencyKeyStoodForIsPurgedAndADedupeKeyIsNot() {
        create(KEY);
        create(NORTH, connection, null, new Attempt("k1", "r1", false));
        TenantTasks tasks = core.get(TenantTasks.class);

        core.database().clockAheadBy(Duration.ofHours(23));
        assertThat(tasks.purge()).containsEntry("ticketCreates", 0);
        core.database().clockAheadBy(Duration.ofHours(25));
        assertThat(tasks.purge()).containsEntry("ticketCreates", 1);
        assertThat(create(KEY).deduplicated()).isTrue();
    }

    @Test
    void nothingIsKeptOfADeletedConnection() {
        ConnectionId leaving = core.connect(NORTH);
        create(NORTH, leaving, KEY, Attempt.only());

        core.get(ConnectionService.class).delete(NORTH, ROBIN, leaving);

        assertThat(core.count("SELECT count(*) FROM ticket_create")).isZero();
    }

    private static CreatedTicket create(String dedupeKey) {
        return create(NORTH, connection, dedupeKey, Attempt.only());
    }

    private static CreatedTicket create(
            TenantId tenant, ConnectionId on, @Nullable String dedupeKey, Attempt attempt) {
        NewTicket wanted =
                NewTicket.of(SUMMARY, core.psa().world().company().value())
                        .with(TicketField.BOARD, core.psa().world().board().value());
        return tickets.create(tenant, ROBIN, on, wanted, dedupeKey, attempt);
    }

    private static Problem createFails(String dedupeKey) {
        try {
            create(dedupeKey);
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError("It did not fail");
    }

    private static Id<Ticket> id(CreatedTicket created) {
        return created.ticket().value().id();
    }

    private static void close(CreatedTicket created) {
        core.psa()
                .editTicket(
                        id(created), TicketField.STATUS, core.psa().world().closedByFlag().value());
    }

    /** A fault that does no harm takes the place of the one that does. */
    private static void nextOneGoesThrough() {
        core.psa().arrange(StandInFault.UNKNOWN_MEMBERS, Operation.CREATE_TICKET);
    }

    private static int writes() {
        return (int) core.psa().received().stream().filter(Received::write).count();
    }

    private static long inThePsa() {
        return core.psa().tickets().stream()
                .filter(ticket -> ticket.summary().equals(SUMMARY))
                .count();
    }

    /** How often a ticket was sent with the key's marker. */
    private static long marked(String key) {
        String marker = Marker.of(NORTH, connection, key).value();
        return core.psa().received().stream()
                .filter(Received::write)
                .filter(it -> it.request().contains(marker))
                .count();
    }
}
