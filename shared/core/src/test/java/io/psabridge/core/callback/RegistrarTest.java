package io.psabridge.core.callback;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.DeletedConnection;
import io.psabridge.core.connection.DeletedConnections;
import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Callbacks.Registration;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a PSA has registered follows what it should. */
class RegistrarTest {

    private static final Duration DAY = Duration.ofHours(25);

    private ToldCore told;

    @BeforeEach
    void start() {
        told = ToldCore.start();
    }

    @AfterEach
    void stop() {
        told.close();
    }

    @Test
    void aNewConnectionIsToldOfTicketsAndMembers() throws InterruptedException {
        ConnectionId connection = told.connect();

        assertThat(told.registrations())
                .extracting(Registration::topic)
                .containsExactlyInAnyOrder(Topic.TICKET, Topic.MEMBER);
        assertThat(told.url(connection).toString())
                .matches(
                        "https://"
                                + ToldCore.HOST
                                + "/v1/callbacks/"
                                + connection
                                + "/[A-Za-z0-9_-]{43}\\?id=");
        assertThat(told.isTold(connection)).isTrue();
    }

    @Test
    void ofTheTokenOnlyItsHashIsStored() throws InterruptedException {
        String token = told.token(told.connect());

        for (String table : List.of("route", "callback_registration", "work", "connection")) {
            assertThat(
                            told.core()
                                    .count(
                                            "SELECT count(*) FROM "
                                                    + table
                                                    + " t WHERE t::text LIKE '%"
                                                    + token
                                                    + "%'"))
                    .isZero();
        }
    }

    @Test
    void lookedAtAgainNothingChanges() throws InterruptedException {
        told.connect();
        List<Registration> before = told.registrations();

        told.pass(DAY);

        assertThat(told.registrations()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsAddedWithTheSameAddress() throws InterruptedException {
        ConnectionId connection = told.connect();
        URI url = told.url(connection);
        told.callbacks().remove(registration(Topic.TICKET).id());

        told.pass(DAY);

        assertThat(told.registrations()).hasSize(2).allMatch(one -> one.url().equals(url));
    }

    @Test
    void whenAllAreLostTheAddressIsANewOne() throws InterruptedException {
        ConnectionId connection = told.connect();
        URI lost = told.url(connection);
        told.registrations().forEach(one -> told.callbacks().remove(one.id()));

        told.pass(DAY);

        assertThat(told.registrations()).hasSize(2).noneMatch(one -> one.url().equals(lost));
    }

    @Test
    void whatNamesThisConnectionAndIsWrongIsRemovedAndNothingElse() throws InterruptedException {
        ConnectionId connection = told.connect();
        String start = "https://" + ToldCore.HOST + "/v1/callbacks/";
        URI wrong = URI.create(start + connection + "/" + CallbackToken.fresh().expose() + "?id=");
        URI anothers = URI.create(start + "con_other/" + told.token(connection) + "?id=");
        URI longer = URI.create(start + connection + "2/" + told.token(connection) + "?id=");
        URI elsewhere =
                URI.create("https://other.example/v1/callbacks/" + connection + "/token?id=");
        for (URI url : List.of(wrong, anothers, longer, elsewhere)) {
            told.callbacks().register(Topic.TICKET, url);
        }

        told.pass(DAY);

        assertThat(told.registrations())
                .extracting(Registration::url)
                .contains(anothers, longer, elsewhere, told.url(connection))
                .doesNotContain(wrong)
                .hasSize(5);
    }

    @Test
    void aPsaThatIsDownIsAskedAgain() throws InterruptedException {
        told.core().psa().arrange(StandInFault.SERVER_ERROR_500, Operation.LIST_CALLBACKS);
        ConnectionId connection = told.connect();
        assertThat(told.isTold(connection)).isFalse();

        told.core().psa().heal();
        told.pass(Duration.ofMinutes(1));

        assertThat(told.isTold(connection)).isTrue();
    }

    @Test
    void aLostAnswerIsNoSecondRegistration() throws InterruptedException {
        told.core().psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.REGISTER_CALLBACK);
        told.connect();
        told.core().psa().heal();

        told.pass(Duration.ofMinutes(1));

        assertThat(told.registrations())
                .extracting(Registration::topic)
                .containsExactlyInAnyOrder(Topic.TICKET, Topic.MEMBER);
    }

    @Test
    void whatThePsaRefusesIsAskedForInstead() throws InterruptedException {
        told.core().psa().arrange(StandInFault.FORBIDDEN_403, Operation.REGISTER_CALLBACK);
        ConnectionId connection = told.connect();

        assertThat(told.isTold(connection)).isFalse();
        assertThat(
                        told.core()
                                .get(ConnectionService.class)
                                .get(NORTH, connection)
                                .status()
                                .wireName())
                .as("callbacks are no right that a connection needs")
                .isEqualTo("active");

        told.core().psa().heal();
        told.pass(DAY);
        assertThat(told.isTold(connection)).isTrue();
    }

    @Test
    void newKeysAreLookedAtAtOnce() throws InterruptedException {
        told.core().psa().arrange(StandInFault.FORBIDDEN_403, Operation.REGISTER_CALLBACK);
        ConnectionId connection = told.connect();
        told.core().psa().heal();

        told.core()
                .get(ConnectionService.class)
                .rotate(NORTH, ROBIN, connection, told.core().provider().tenant().credentials());
        told.work();

        assertThat(told.isTold(connection)).isTrue();
    }

    @Test
    void whilePausedNothingIsRegistered() throws InterruptedException {
        ConnectionId connection = told.core().connect(NORTH);
        ConnectionService service = told.core().get(ConnectionService.class);
        service.pause(NORTH, ROBIN, connection);
        told.work();
        assertThat(told.registrations()).isEmpty();

        service.resume(NORTH, ROBIN, connection);
        told.work();
        assertThat(told.registrations()).hasSize(2);
    }

    @Test
    void aDeletedConnectionIsRegisteredNoMore() throws InterruptedException {
        ConnectionId gone = told.connect();
        ConnectionId stays = told.connect();
        String token = told.token(gone);

        told.core().get(ConnectionService.class).delete(NORTH, ROBIN, gone);

        assertThat(told.registrations())
                .hasSize(2)
                .allMatch(one -> one.url().toString().contains(stays.value()));
        nothingIsLeft(gone, token);
    }

    @Test
    void aPsaThatDoesNotAnswerKeepsNoConnectionFromBeingDeleted() throws InterruptedException {
        ConnectionId gone = told.connect();
        String token = told.token(gone);
        told.core().psa().arrange(StandInFault.SERVER_ERROR_500, Operation.LIST_CALLBACKS);

        told.core().get(ConnectionService.class).delete(NORTH, ROBIN, gone);

        nothingIsLeft(gone, token);
    }

    @Test
    void whatABackupBroughtBackAndIsDeletedAgainLeavesNoRoute() throws InterruptedException {
        ConnectionId back = told.connect();
        String token = told.token(back);

        told.core()
                .get(DeletedConnections.class)
                .deleteAgain(List.of(new DeletedConnection(NORTH, back, Instant.now())));

        nothingIsLeft(back, token);
    }

    @Test
    void afterARestoreAllIsLookedAtAgain() throws InterruptedException {
        told.connect();
        told.registrations().forEach(one -> told.callbacks().remove(one.id()));

        assertThat(told.core().get(TenantTasks.class).afterRestore()).containsEntry("callbacks", 2);
        told.work();

        assertThat(told.registrations()).hasSize(2);
    }

    @Test
    void whoCannotBeReachedIsNotRegistered() throws InterruptedException {
        try (ToldCore plain = ToldCore.start(Map.of("PSA_BRIDGE_PUBLIC_URL", "http://10.0.0.1"))) {
            ConnectionId connection = plain.connect();

            assertThat(plain.registrations()).isEmpty();
            assertThat(plain.isTold(connection)).isFalse();
            assertThat(plain.work(CallbackWork.REGISTER)).isZero();
        }
    }

    private void nothingIsLeft(ConnectionId connection, String token) {
        for (String table :
                List.of(
                        "route",
                        "callback_registration",
                        "callback_key",
                        "callback_message",
                        "callback_sweep",
                        "work")) {
            assertThat(
                            told.core()
                                    .count(
                                            "SELECT count(*) FROM "
                                                    + table
                                                    + " WHERE connection_id = '"
                                                    + connection
                                                    + "'"))
                    .as(table)
                    .isZero();
        }
        CallbackService service = told.core().get(CallbackService.class);
        fails(
                ProblemCode.NOT_FOUND,
                () -> service.take(connection.value(), token, told.message(told.ticket())));
    }

    private Registration registration(Topic topic) {
        return told.registrations().stream()
                .filter(one -> one.topic() == topic)
                .findFirst()
                .orElseThrow();
    }
}
