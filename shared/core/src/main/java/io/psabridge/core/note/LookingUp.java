package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.web.SafeTrace;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.Notes;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks in the PSA for a note that may have been sent, and stores what that shows. */
@Singleton
final class LookingUp {

    private static final Logger LOG = LoggerFactory.getLogger(LookingUp.class);
    private static final String DOUBTFUL = "doubtful";

    private final Connections connections;
    private final TenantTransactions transactions;
    private final LaneRepository lanes;
    private final DeliveryPoints points;
    private final NoteCounts counts;

    LookingUp(
            Connections connections,
            TenantTransactions transactions,
            LaneRepository lanes,
            DeliveryPoints points,
            NoteCounts counts) {
        this.connections = connections;
        this.transactions = transactions;
        this.lanes = lanes;
        this.points = points;
        this.counts = counts;
    }

    /**
     * Concludes that it is missing only when the ticket and all its notes were read and it had
     * settled before that. Any doubt leaves it uncertain.
     */
    void lookUp(ConnectionNow now, Deadline deadline, Lane lane, LanePost post, NewNote sent) {
        Notes.Alike alike;
        try {
            alike = connections.open(now, deadline).psa().notes().alike(lane.ticket(), sent);
        } catch (PsaException e) {
            connections.failed(now, e);
            inDoubt(now, lane, post, e);
            return;
        } catch (RuntimeException e) {
            LOG.warn("A note could not be looked for", SafeTrace.of(e));
            inDoubt(now, lane, post, null);
            return;
        }
        connections.worked(now);
        points.reached(DeliveryPoint.LOOKED_UP);
        String outcome = transactions.in(lane.tenant(), () -> conclude(lane, post, alike));
        counts.lookedUp(now, outcome);
        points.reached(DeliveryPoint.CONCLUDED);
    }

    /** Says how it ended, for the count. */
    private String conclude(Lane lane, LanePost post, Notes.Alike alike) {
        LaneRepository.Moments moments = lanes.moments(lane.tenant(), post.id());
        Instant earliest = Sighting.earliest(moments, alike.psaTime());
        Set<String> claimed = lanes.claimed(lane.tenant(), lane);
        Set<String> ourNames = lanes.ourNames(lane.tenant(), lane);
        Optional<Note> found =
                alike.notes().stream()
                        .filter(note -> Sighting.isOurs(note, earliest, claimed, ourNames))
                        .findFirst();
        if (found.isPresent()) {
            lanes.posted(lane.tenant(), post.id(), post.attempts(), found.get());
            counts.ended(NotePostState.POSTED);
            return "found";
        }
        if (post.hasSettled()) {
            lanes.missing(lane.tenant(), post);
            return "missing";
        }
        lanes.doubtful(lane.tenant(), post, Duration.ZERO);
        return DOUBTFUL;
    }

    private void inDoubt(
            ConnectionNow now, Lane lane, LanePost post, @Nullable PsaException failure) {
        counts.lookedUp(now, DOUBTFUL);
        boolean noTicket = failure != null && failure.code() == PsaErrorCode.NOT_FOUND;
        transactions.run(
                lane.tenant(),
                () -> {
                    if (noTicket && post.hasSettled()) {
                        giveUp(lane, post, "The ticket is no longer in the PSA.");
                    } else if (post.outOfTime()) {
                        giveUp(lane, post, "The PSA could not be asked for 72 hours.");
                    } else {
                        lanes.doubtful(
                                lane.tenant(), post, Outcomes.BACKOFF.after(post.attempts()));
                    }
                });
    }

    private void giveUp(Lane lane, LanePost post, String why) {
        lanes.failed(
                lane.tenant(),
                post.id(),
                post.attempts(),
                PostProblem.outcomeUnknown("Whether the note is in the PSA is unknown. " + why),
                true);
        counts.ended(NotePostState.FAILED);
    }
}
