package io.psabridge.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostState;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.queue.QueueReceiver;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Due work that is announced in a queue of SQS. */
class QueueDeliveryTest extends QueueSuite {

    @Test
    void aNoteThatWaitsIsAnnouncedAndDeliveredOnce() {
        NotePost post = postWhilePsaRefuses(ticket());
        assertThat(queue.waiting()).isEqualTo(1);
        core.database().moveClock(Duration.ofMinutes(10));

        assertThat(queue.poll(worker(core.get(QueueReceiver.class)))).isEqualTo(1);

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held(ticket())).containsExactly(TEXT);
        assertThat(left()).isZero();
        assertThat(core.count("SELECT count(*) FROM work")).isZero();
    }

    @Test
    void aNoteThatIsPostedAtOnceIsNotAnnounced() {
        assertThat(post(ticket()).state()).isEqualTo(NotePostState.POSTED);

        assertThat(left()).isZero();
    }

    @Test
    void aMessageNamesTenantAndWorkAndNothingElse() {
        List<String> bodies = new ArrayList<>();
        postWhilePsaRefuses(ticket());
        queue.poll(messages -> {
            bodies.addAll(messages.values());
            return Set.of();
        });

        assertThat(bodies)
                .singleElement()
                .asString()
                .matches("\\{\"tenant\":\"north\",\"work\":\"wk_[0-9a-z]{26}\"}");
    }

    @Test
    void whatIsDueLaterIsAnnouncedForThen() {
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);
        NotePost post = post(ticket());
        core.psa().heal();
        assertThat(post.state()).isEqualTo(NotePostState.UNCERTAIN);

        queue.poll(worker(core.get(QueueReceiver.class)));

        assertThat(now(post).state()).isEqualTo(NotePostState.UNCERTAIN);
        assertThat(queue.delayed()).isEqualTo(1);
        await(() -> queue.poll(worker(core.get(QueueReceiver.class))) == 1);
        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held(ticket())).containsExactly(TEXT);
    }

    @Test
    void aMessageThatComesTwiceIsDoneOnce() {
        NotePost post = postWhilePsaRefuses(ticket());
        core.database().moveClock(Duration.ofMinutes(10));
        queue.poll(messages -> {
            String body = messages.values().iterator().next();
            IntStream.range(0, 9).forEach(_ -> queue.send(body));
            return Set.of();
        });

        while (queue.poll(worker(core.get(QueueReceiver.class))) > 0) {
            assertThat(held(ticket())).containsExactly(TEXT);
        }

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held(ticket())).containsExactly(TEXT);
        assertThat(left()).isZero();
    }

    @Test
    void twoWorkersOnOneQueueDoEachPieceOnce() throws Exception {
        Core beside = core.beside();
        List<Id<Ticket>> tickets =
                IntStream.range(0, 24)
                        .mapToObj(number ->
                                core.psa()
                                        .addTicket(
                                                "Ticket " + number,
                                                core.psa().world().board(),
                                                core.psa().world().company()))
                        .toList();
        core.psa().arrange(StandInFault.RATE_LIMITED_EMPTY, Operation.ADD_NOTE);
        List<NotePost> posts = tickets.stream().map(this::post).toList();
        core.psa().heal();
        core.database().moveClock(Duration.ofMinutes(30));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running =
                    List.of(
                            threads.submit(() -> drain(core.get(QueueReceiver.class))),
                            threads.submit(() -> drain(beside.get(QueueReceiver.class))));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            beside.closeBeside();
        }

        assertThat(posts)
                .allSatisfy(post -> assertThat(now(post).state()).isEqualTo(NotePostState.POSTED));
        assertThat(tickets).allSatisfy(ticket -> assertThat(held(ticket)).containsExactly(TEXT));
    }

    private void drain(QueueReceiver receiver) {
        while (queue.poll(worker(receiver)) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Each look takes 2 s at most. */
    private static void await(BooleanSupplier happened) {
        for (int look = 0; look < 10; look++) {
            if (happened.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError("It does not happen");
    }
}
