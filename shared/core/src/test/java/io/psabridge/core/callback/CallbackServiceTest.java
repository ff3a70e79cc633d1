package io.psabridge.core.callback;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.link.LinkId;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Forgery;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a message of a PSA to the link that shows what changed. */
class CallbackServiceTest {

    /** Once, after the ticket was read and before that is stored. */
    private static final String ANOTHER_HINT_MEANWHILE =
            """
            CREATE FUNCTION another_hint() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO callback_message (tenant_id, connection_id, message_hash, topic, record_id)
                    VALUES (NEW.tenant_id, NEW.connection_id, 'another', 'ticket', NEW.ticket_id)
                    ON CONFLICT DO NOTHING;
                RETURN NEW;
            END $$;
            CREATE TRIGGER another_hint AFTER UPDATE ON ticket_link
                FOR EACH ROW EXECUTE FUNCTION another_hint();
            """;

    private static final String DEADLOCKS =
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

    private ToldCore told;
    private ConnectionId connection;
    private LinkId link;

    @BeforeEach
    void linkedAndTold() throws InterruptedException {
        told = ToldCore.start();
        connection = told.connect();
        link = told.link(connection, told.ticket());
        told.core().psa().editTicket(told.ticket(), TicketField.SUMMARY, "Changed in the PSA");
        told.token(connection);
        told.core().psa().forget();
    }

    @AfterEach
    void stop() {
        told.close();
    }

    @Test
    void aChangedTicketIsShownByItsLink() throws InterruptedException {
        told.take(connection, told.message(told.ticket()));
        told.work();

        assertThat(told.shown(link).summary()).isEqualTo("Changed in the PSA");
        assertThat(told.work(CallbackWork.TICKET)).isZero();
    }

    @Test
    void theMessageItselfIsNotBelieved() {
        told.take(connection, told.message(told.ticket()));

        assertThat(told.core().psa().received()).isEmpty();
        assertThat(told.shown(link).summary()).isNotEqualTo("Changed in the PSA");
    }

    @Test
    void aMessageThatComesAgainIsTakenAndIgnored() throws InterruptedException {
        Message message = told.message(told.ticket());
        told.take(connection, message);
        told.work();
        told.core().psa().forget();

        told.take(connection, message);
        told.work();

        assertThat(told.core().psa().received()).isEmpty();
        assertThat(told.core().count("SELECT count(*) FROM callback_message")).isEqualTo(1);
    }

    @Test
    void severalHintsAboutOneTicketAreOneRead() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            told.take(connection, told.message(told.ticket()));
        }
        told.work();

        assertThat(told.core().psa().received()).hasSize(1);
    }

    @Test
    void aMessageThatComesTwentyTimesAtOnceIsTakenOnce() throws Exception {
        told.take(connection, told.core().psa().message(Topic.MEMBER, "7", false));
        Message message = told.message(told.ticket());
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sent.add(senders.submit(() -> told.take(connection, message)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }

        assertThat(
                        told.core()
                                .count(
                                        "SELECT count(*) FROM callback_message WHERE topic = 'ticket'"))
                .isEqualTo(1);
        assertThat(told.work(CallbackWork.TICKET)).isEqualTo(1);
    }

    @Test
    void whatIsTakenAndFollowedWhileTheConnectionIsDeletedLeavesNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            ConnectionId gone = told.connect();
            told.link(gone, told.ticket());
            told.token(gone);
            try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> sent = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    Message message = told.message(told.ticket());
                    sent.add(senders.submit(() -> takenOrUnknown(gone, message)));
                    sent.add(senders.submit(() -> told.core().get(Worker.class).startDue()));
                }
                told.core().get(ConnectionService.class).delete(NORTH, ROBIN, gone);
                for (Future<?> one : sent) {
                    one.get();
                }
            }
            for (String table : List.of("callback_message", "work", "route", "callback_key")) {
                assertThat(
                                told.core()
                                        .count(
                                                "SELECT count(*) FROM "
                                                        + table
                                                        + " WHERE connection_id = '"
                                                        + gone
                                                        + "'"))
                        .as(table)
                        .isZero();
            }
        }
        assertThat(told.core().count(DEADLOCKS)).isZero();
    }

    private boolean takenOrUnknown(ConnectionId id, Message message) {
        try {
            told.take(id, message);
            return true;
        } catch (Problem gone) {
            assertThat(gone.code()).isIn(ProblemCode.NOT_FOUND, ProblemCode.RATE_LIMITED);
            return false;
        }
    }

    @Test
    void aHintThatComesWhileTheTicketIsReadMakesItReadAgain() throws InterruptedException {
        told.take(connection, told.message(told.ticket()));
        told.core().database().execute(ANOTHER_HINT_MEANWHILE);

        told.work();

        assertThat(told.core().psa().received()).hasSize(2);
        assertThat(told.work(CallbackWork.TICKET)).isZero();
    }

    @Test
    void aTicketThatNobodyLinkedIsNotRead() throws InterruptedException {
        long before = epoch();
        told.take(connection, told.core().psa().message(Topic.TICKET, "4711", false));
        told.work();

        assertThat(told.core().psa().received()).isEmpty();
        assertThat(epoch()).as("what is remembered of the PSA").isGreaterThan(before);
    }

    @Test
    void aChangedMemberMakesWhatIsRememberedOld() throws InterruptedException {
        long before = epoch();
        told.take(connection, told.core().psa().message(Topic.MEMBER, "7", false));
        told.work();

        assertThat(epoch()).isGreaterThan(before);
        assertThat(told.work(CallbackWork.MEMBER)).isZero();
    }

    @Test
    void aFailedReadIsTriedAgain() throws InterruptedException {
        told.core().psa().arrange(StandInFault.SERVER_ERROR_500, Operation.READ_TICKET);
        told.take(connection, told.message(told.ticket()));
        told.work();
        assertThat(told.work(CallbackWork.TICKET)).isEqualTo(1);

        told.core().psa().heal();
        told.pass(Duration.ofMinutes(1));

        assertThat(told.shown(link).summary()).isEqualTo("Changed in the PSA");
        assertThat(told.work(CallbackWork.TICKET)).isZero();
    }

    @Test
    void whilePausedMessagesAreTakenAndFollowed() throws InterruptedException {
        told.core().get(ConnectionService.class).pause(NORTH, ROBIN, connection);

        told.take(connection, told.message(told.ticket()));
        told.work();

        assertThat(told.shown(link).summary()).isEqualTo("Changed in the PSA");
    }

    @Test
    void aForgedMessageIsRefusedAndNothingIsStored() {
        for (Forgery forgery :
                new Forgery[] {Forgery.OTHER_KEY, Forgery.CHANGED_BODY, Forgery.NO_SIGNATURE}) {
            Message forged = told.core().psa().forged(forgery, Topic.TICKET, told.ticket().value());
            told.take(connection, told.message(told.ticket()));
            fails(ProblemCode.UNAUTHENTICATED, () -> told.take(connection, forged));
        }

        assertThat(told.core().count("SELECT count(*) FROM callback_message")).isEqualTo(3);
    }

    @Test
    void anotherCompanysMessageIsRefused() {
        Message theirs = told.core().provider().otherPsa().message(Topic.TICKET, "1", false);

        fails(ProblemCode.UNAUTHENTICATED, () -> told.take(connection, theirs));
    }

    @Test
    void aWrongTokenAndAWrongConnectionAreAnsweredAlike() throws InterruptedException {
        ConnectionId other = told.connect();
        ConnectionId south = told.core().connect(SOUTH);
        told.work();
        Message message = told.message(told.ticket());
        String token = told.token(connection);

        Problem wrongToken = refused(connection.value(), told.token(other), message);
        for (Problem problem :
                new Problem[] {
                    refused(other.value(), token, message),
                    refused(south.value(), token, message),
                    refused("con_none", token, message),
                    refused(connection.value(), CallbackToken.fresh().expose(), message),
                    refused(connection.value(), "", message),
                    refused(connection.value(), token + "A", message),
                    refused(connection.value(), token.toUpperCase(Locale.ROOT), message)
                }) {
            assertThat(problem.detail()).isEqualTo(wrongToken.detail());
            assertThat(problem.detail()).doesNotContain(token);
        }
    }

    @Test
    void messagesAreForgottenAfterAWeek() throws InterruptedException {
        told.take(connection, told.message(told.ticket()));
        told.work();
        CallbackUpkeep upkeep = told.core().get(CallbackUpkeep.class);
        assertThat(purged(upkeep)).isZero();

        told.pass(Duration.ofDays(8));

        assertThat(purged(upkeep)).isEqualTo(1);
    }

    private int purged(CallbackUpkeep upkeep) {
        return told.core().get(TenantTransactions.class).in(NORTH, () -> upkeep.purge(NORTH));
    }

    private Problem refused(String id, String token, Message message) {
        CallbackService service = told.core().get(CallbackService.class);
        return fails(ProblemCode.NOT_FOUND, () -> service.take(id, token, message));
    }

    private long epoch() {
        return told.core()
                .count("SELECT cache_epoch FROM connection WHERE id = '" + connection + "'");
    }
}
