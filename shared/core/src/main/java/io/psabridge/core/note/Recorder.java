package io.psabridge.core.note;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Stores what became of an attempt. */
@Singleton
final class Recorder {

    /** What has just become uncertain is looked for soon: mostly it is there. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private final TenantTransactions transactions;
    private final LaneRepository lanes;
    private final NotePostRepository posts;
    private final WorkRepository work;
    private final DeliveryPoints points;
    private final NoteCounts counts;

    Recorder(
            TenantTransactions transactions,
            LaneRepository lanes,
            NotePostRepository posts,
            WorkRepository work,
            DeliveryPoints points,
            NoteCounts counts) {
        this.transactions = transactions;
        this.lanes = lanes;
        this.posts = posts;
        this.work = work;
        this.points = points;
        this.counts = counts;
    }

    /**
     * Of an attempt in its request: the lane is given back. Empty when the PSA refused it, and it
     * is not kept.
     *
     * @param keeping runs in the same transaction when it is kept
     */
    Optional<NotePost> recordInRequest(
            Work held, NotePostId id, Outcome outcome, Runnable keeping) {
        points.reached(DeliveryPoint.ANSWERED);
        Lane lane = Lane.of(held);
        Optional<NotePost> kept =
                transactions.in(
                        held.tenant(),
                        () -> {
                            if (outcome instanceof Outcome.Refused) {
                                lanes.remove(held.tenant(), id, 1);
                            } else {
                                store(lane, id, 1, outcome, false);
                                keeping.run();
                            }
                            release(held, lane);
                            points.reached(DeliveryPoint.RECORDING);
                            return posts.find(held.tenant(), id).map(NotePostRow::post);
                        });
        points.reached(DeliveryPoint.RECORDED);
        return kept;
    }

    /** Of an attempt by a worker, which goes on with the lane. */
    void record(Lane lane, LanePost post, int attempt, Outcome outcome) {
        points.reached(DeliveryPoint.ANSWERED);
        transactions.run(
                lane.tenant(),
                () -> {
                    store(lane, post.id(), attempt, outcome, post.outOfTime());
                    points.reached(DeliveryPoint.RECORDING);
                });
        points.reached(DeliveryPoint.RECORDED);
    }

    private void store(Lane lane, NotePostId id, int attempt, Outcome outcome, boolean last) {
        switch (outcome) {
            case Outcome.Posted posted -> {
                lanes.posted(lane.tenant(), id, attempt, posted.note());
                counts.ended(NotePostState.POSTED);
            }
            case Outcome.Uncertain unknown ->
                    lanes.uncertain(
                            lane.tenant(),
                            id,
                            attempt,
                            unknown.problem(),
                            unknown.settle(),
                            shorter(unknown.settle(), FIRST_LOOK));
            case Outcome.Later later when last -> fail(lane, id, attempt, later.problem(), false);
            case Outcome.Later later ->
                    lanes.later(lane.tenant(), id, attempt, later.problem(), later.delay());
            case Outcome.Refused refused ->
                    fail(lane, id, attempt, PostProblem.of(refused.problem()), false);
            case Outcome.Altered altered ->
                    fail(lane, id, attempt, PostProblem.of(altered.problem()), true);
        }
    }

    private void fail(
            Lane lane, NotePostId id, int attempt, PostProblem problem, boolean mayBeThere) {
        lanes.failed(lane.tenant(), id, attempt, problem, mayBeThere);
        counts.ended(NotePostState.FAILED);
    }

    /** What waits behind it is due at once. */
    private void release(Work held, Lane lane) {
        if (work.keep(held.tenant(), held, Duration.ZERO)) {
            if (lanes.hasUnfinished(lane.tenant(), lane)) {
                work.postpone(held.tenant(), held, Duration.ZERO);
            } else {
                work.end(held.tenant(), held);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
