package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.Worker;
import io.psabridge.spi.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Delivers the unfinished notes of a ticket, one after the other, as long as one is due. */
@Singleton
final class NoteDelivery implements WorkHandler {

    /** Then others have their turn. */
    private static final int STEPS = 50;

    private static final Duration WHILE_PAUSED = Duration.ofHours(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final Connections connections;
    private final TenantTransactions transactions;
    private final WorkRepository work;
    private final LaneRepository lanes;
    private final NotePostRepository posts;
    private final NoteTexts texts;
    private final Sending sending;
    private final LookingUp lookingUp;
    private final Recorder recorder;
    private final Outcomes outcomes;
    private final DeliveryPoints points;

    NoteDelivery(
            Connections connections,
            TenantTransactions transactions,
            WorkRepository work,
            LaneRepository lanes,
            NotePostRepository posts,
            NoteTexts texts,
            Sending sending,
            LookingUp lookingUp,
            Recorder recorder,
            Outcomes outcomes,
            DeliveryPoints points) {
        this.connections = connections;
        this.transactions = transactions;
        this.work = work;
        this.lanes = lanes;
        this.posts = posts;
        this.texts = texts;
        this.sending = sending;
        this.lookingUp = lookingUp;
        this.recorder = recorder;
        this.outcomes = outcomes;
        this.points = points;
    }

    @Override
    public String kind() {
        return Lane.KIND;
    }

    @Override
    public void handle(Work claimed) {
        handle(claimed, () -> true);
    }

    @Override
    public void handle(Work claimed, BooleanSupplier goOn) {
        points.reached(DeliveryPoint.CLAIMED);
        Lane lane = Lane.of(claimed);
        texts.unlock(lane.tenant());
        Set<NotePostId> lookedUp = new HashSet<>();
        for (int step = 0; step < STEPS && goOn.getAsBoolean(); step++) {
            Deadline deadline = connections.budget();
            Optional<Step> next =
                    transactions.in(lane.tenant(), () -> next(claimed, lane, lookedUp));
            if (next.isEmpty()) {
                return;
            }
            next.get().take(deadline);
        }
        transactions.run(
                lane.tenant(), () -> work.postpone(claimed.tenant(), claimed, Duration.ZERO));
    }

    /** What a step does outside the transaction that decided on it. */
    private interface Step {
        void take(Deadline deadline);
    }

    /** Empty when the lane was given back, is done or was lost. */
    private Optional<Step> next(Work held, Lane lane, Set<NotePostId> lookedUp) {
        if (!work.keep(held.tenant(), held, Worker.LEASE)) {
            return Optional.empty();
        }
        ConnectionNow now = connections.now(lane.tenant(), lane.connection()).orElse(null);
        if (now == null) {
            work.end(held.tenant(), held);
            return Optional.empty();
        }
        Duration rest = now.connection().paused() ? WHILE_PAUSED : now.restsFor();
        if (rest.isPositive()) {
            work.postpone(held.tenant(), held, rest);
            return Optional.empty();
        }
        return switch (NextStep.of(lanes.unfinished(lane.tenant(), lane), lookedUp)) {
            case NextStep.Done _ -> {
                work.end(held.tenant(), held);
                yield Optional.empty();
            }
            case NextStep.Wait wait -> {
                work.postpone(held.tenant(), held, longer(wait.time(), SHORTEST_WAIT));
                yield Optional.empty();
            }
            case NextStep.Abandoned abandoned -> {
                lanes.abandoned(
                        lane.tenant(),
                        abandoned.post(),
                        PostProblem.temporarilyUnavailable(
                                "The process that sent the note ended before it knew the answer."),
                        outcomes.settleTimeFromStart(now));
                yield next(held, lane, lookedUp);
            }
            case NextStep.Send send ->
                    lanes.begin(lane.tenant(), send.post().id())
                            .map(row -> deadline -> send(now, deadline, lane, send.post(), row));
            case NextStep.LookUp lookUp -> {
                lookedUp.add(lookUp.post().id());
                yield posts.find(lane.tenant(), lookUp.post().id())
                        .map(row -> deadline -> lookUp(now, deadline, lane, lookUp.post(), row));
            }
        };
    }

    private void send(
            ConnectionNow now, Deadline deadline, Lane lane, LanePost post, NotePostRow row) {
        points.reached(DeliveryPoint.BEGUN);
        int attempt = row.post().attempts();
        Outcome outcome =
                sending.send(now, deadline, lane.ticket(), texts.note(lane.tenant(), row), attempt);
        recorder.record(lane, post, attempt, outcome);
    }

    private void lookUp(
            ConnectionNow now, Deadline deadline, Lane lane, LanePost post, NotePostRow row) {
        lookingUp.lookUp(now, deadline, lane, post, texts.note(lane.tenant(), row));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
