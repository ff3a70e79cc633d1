package io.psabridge.core.reliability;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.note.NoteArchive;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostState;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.QueueMessage;
import io.psabridge.platform.queue.QueueReceiver;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.Worker;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Ticket;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.StoredNote;
import io.psabridge.testing.KmsStandIn;
import io.psabridge.testing.SqsStandIn;
import io.psabridge.testing.TestQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due work that is announced in a queue of SQS. */
class QueueDeliveryTest {

    private static final String TEXT = "only once please";
    private static final int MAX_RECEIVES = 3;

    private SqsStandIn sqs;
    private TestQueue queue;
    private Core core;
    private ConnectionId connection;

    @BeforeEach
    void start() {
        sqs = SqsStandIn.start();
        queue = sqs.queue("work", Duration.ofSeconds(1), MAX_RECEIVES);
        KmsStandIn.properties(sqs.address()).forEach(System::setProperty);
        core = Core.start(Map.of("WORK_QUEUE_URL", queue.url()));
        connection = core.connect(NORTH);
    }

    @AfterEach
    void stop() {
        core.close();
        KmsStandIn.properties(sqs.address()).keySet().forEach(System::clearProperty);
        sqs.close();
    }

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

    private void drain(QueueReceiver receiver) {
        while (queue.poll(worker(receiver)) > 0) {
            Thread.onSpinWait();
        }
    }

    private static Function<Map<String, String>, Set<String>> worker(QueueReceiver receiver) {
        return messages -> {
            List<QueueMessage> batch =
                    messages.entrySet().stream()
                            .map(one -> new QueueMessage(one.getKey(), one.getValue()))
                            .toList();
            try {
                return receiver.receive(batch, () -> true).stream()
                        .map(QueueMessage::id)
                        .collect(Collectors.toSet());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return messages.keySet();
            }
        };
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

    /** Messages that are neither deleted nor dead. */
    private int left() {
        return queue.waiting() + queue.handedOut() + queue.delayed();
    }

    private NotePost postWhilePsaRefuses(Id<Ticket> ticket) {
        core.psa().arrange(StandInFault.RATE_LIMITED_EMPTY, Operation.ADD_NOTE);
        NotePost post = post(ticket);
        core.psa().heal();
        assertThat(post.state()).isEqualTo(NotePostState.PENDING);
        return post;
    }

    private NotePost post(Id<Ticket> ticket) {
        return core.get(NotePosts.class)
                .post(
                        NORTH,
                        ROBIN,
                        new NoteTarget(connection, ticket, null),
                        NewNote.of(TEXT, Audience.INTERNAL),
                        Attempt.only());
    }

    private NotePost now(NotePost post) {
        return core.get(NoteArchive.class).get(NORTH, post.id());
    }

    private List<String> held(Id<Ticket> ticket) {
        return core.psa().notes(ticket).stream()
                .map(StoredNote::text)
                .filter(TEXT::equals)
                .toList();
    }

    private Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
