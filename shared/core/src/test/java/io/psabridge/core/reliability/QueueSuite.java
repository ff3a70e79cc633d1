package io.psabridge.core.reliability;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.note.NoteArchive;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostState;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.QueueMessage;
import io.psabridge.platform.queue.QueueReceiver;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The product over a queue of SQS, with a worker that does what Lambda would. */
abstract class QueueSuite {

    static final String TEXT = "only once please";
    static final int MAX_RECEIVES = 3;

    SqsStandIn sqs;
    TestQueue queue;
    Core core;
    ConnectionId connection;

    @BeforeEach
    void start() {
        sqs = SqsStandIn.start();
        queue = sqs.queue("work", Duration.ofSeconds(1), MAX_RECEIVES);
        KmsStandIn.properties(sqs.address()).forEach(System::setProperty);
        core = Core.start(Map.of("WORK_QUEUE_URL", queue.url()));
        connection = connectUnannounced();
    }

    /** By a process without a queue; and nothing of what follows connecting is left to do. */
    private ConnectionId connectUnannounced() {
        try (ApplicationContext quiet = core.beside(Map.of("WORK_QUEUE_URL", ""))) {
            NewConnection wanted = core.wanted(core.provider().tenant().credentials());
            ConnectionId made =
                    quiet.getBean(ConnectionService.class).create(NORTH, ROBIN, wanted).id();
            core.database().execute("DELETE FROM work");
            return made;
        }
    }

    @AfterEach
    void stop() {
        core.close();
        KmsStandIn.properties(sqs.address()).keySet().forEach(System::clearProperty);
        sqs.close();
    }

    static Function<Map<String, String>, Set<String>> worker(QueueReceiver receiver) {
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

    /** Messages that are neither deleted nor dead. */
    int left() {
        return queue.waiting() + queue.handedOut() + queue.delayed();
    }

    NotePost postWhilePsaRefuses(Id<Ticket> ticket) {
        core.psa().arrange(StandInFault.RATE_LIMITED_EMPTY, Operation.ADD_NOTE);
        NotePost post = post(ticket);
        core.psa().heal();
        assertThat(post.state()).isEqualTo(NotePostState.PENDING);
        return post;
    }

    NotePost post(Id<Ticket> ticket) {
        return core.get(NotePosts.class)
                .post(
                        NORTH,
                        ROBIN,
                        new NoteTarget(connection, ticket, null),
                        NewNote.of(TEXT, Audience.INTERNAL),
                        Attempt.only());
    }

    NotePost now(NotePost post) {
        return core.get(NoteArchive.class).get(NORTH, post.id());
    }

    List<String> held(Id<Ticket> ticket) {
        return core.psa().notes(ticket).stream()
                .map(StoredNote::text)
                .filter(TEXT::equals)
                .toList();
    }

    Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }
}
