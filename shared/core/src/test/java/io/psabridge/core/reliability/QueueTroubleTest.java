package io.psabridge.core.reliability;

import static io.psabridge.core.testing.Core.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostState;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.QueueMessage;
import io.psabridge.platform.queue.QueueReceiver;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A queue that loses messages, holds others than ours, or is away; and work that breaks off. */
class QueueTroubleTest extends QueueSuite {

    @Test
    void aLostMessageIsMadeUpForByLooking() throws InterruptedException {
        NotePost post = postWhilePsaRefuses(ticket());
        queue.purge();
        core.database().moveClock(Duration.ofMinutes(10));

        core.get(Worker.class).runDue();

        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        assertThat(held(ticket())).containsExactly(TEXT);
    }

    @Test
    void onlyTheMessageWhoseWorkBrokeOffComesBack() {
        try (ApplicationContext context = core.beside(Map.of(), new BrokenWork())) {
            NotePost post = postWhilePsaRefuses(ticket());
            core.database().moveClock(Duration.ofMinutes(10));
            addBrokenWork(context);
            assertThat(queue.waiting()).isEqualTo(2);

            List<Set<String>> back = new ArrayList<>();
            Function<Map<String, String>, Set<String>> worker =
                    worker(context.getBean(QueueReceiver.class));
            int polled =
                    queue.poll(messages -> {
                        back.add(worker.apply(messages));
                        return back.getLast();
                    });

            assertThat(polled).isEqualTo(2);
            assertThat(back).singleElement().satisfies(ids -> assertThat(ids).hasSize(1));
            assertThat(queue.handedOut()).isEqualTo(1);
            assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
        }
    }

    @Test
    void whatIsNotOfUsEndsInTheDeadLetterQueue() {
        List<String> poison =
                List.of(
                        "nothing of ours",
                        "{\"tenant\":\"north\"}",
                        "{\"tenant\":\"a b\",\"work\":\"x\"}");
        poison.forEach(queue::send);
        int receives = 0;

        while (queue.dead() < poison.size()) {
            receives += queue.poll(worker(core.get(QueueReceiver.class)));
            assertThat(receives).isLessThanOrEqualTo(MAX_RECEIVES * poison.size());
        }

        assertThat(receives).isEqualTo(MAX_RECEIVES * poison.size());
        assertThat(left()).isZero();
    }

    @Test
    void aMessageWhoseWorkIsGoneIsDone() {
        queue.send("{\"tenant\":\"north\",\"work\":\"wk_gone\",\"since\":\"a later version\"}");
        queue.send("{\"tenant\":\"nobody\",\"work\":\"wk_gone\"}");

        queue.poll(worker(core.get(QueueReceiver.class)));
        queue.poll(worker(core.get(QueueReceiver.class)));

        assertThat(left()).isZero();
    }

    @Test
    void whenTimeIsShortNothingIsBegunAndEverythingComesBack() throws InterruptedException {
        NotePost post = postWhilePsaRefuses(ticket());
        core.database().moveClock(Duration.ofMinutes(10));
        List<QueueMessage> batch = new ArrayList<>();
        queue.poll(messages -> {
            messages.forEach((id, body) -> batch.add(new QueueMessage(id, body)));
            return messages.keySet();
        });

        assertThat(core.get(QueueReceiver.class).receive(batch, () -> false)).isEqualTo(batch);

        assertThat(now(post).state()).isEqualTo(NotePostState.PENDING);
        assertThat(held(ticket())).isEmpty();
        assertThat(core.get(QueueReceiver.class).receive(batch, () -> true)).isEmpty();
        assertThat(held(ticket())).containsExactly(TEXT);
    }

    @Test
    void whileTheQueueIsAwayNotesAreTakenAllTheSameAndDeliveredByLooking()
            throws InterruptedException {
        sqs.close();
        long begun = System.nanoTime();

        NotePost post = postWhilePsaRefuses(ticket());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(post.state()).isEqualTo(NotePostState.PENDING);
        core.database().moveClock(Duration.ofMinutes(10));
        core.get(Worker.class).runDue();
        assertThat(now(post).state()).isEqualTo(NotePostState.POSTED);
    }

    @Test
    void aQueueThatNeverAnswersKeepsNobodyWaitingForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + silent.getLocalPort());
            long begun = System.nanoTime();

            postWhilePsaRefuses(ticket());

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        }
    }

    private void addBrokenWork(ApplicationContext context) {
        context.getBean(TenantTransactions.class)
                .run(
                        NORTH,
                        () ->
                                context.getBean(WorkRepository.class)
                                        .add(NORTH, connection.value(), BrokenWork.KIND, "1"));
    }
}
