package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.web.SafeTrace;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a note once, and tells what became of it. Never fails, never inside a transaction. */
@Singleton
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Connections connections;
    private final Outcomes outcomes;
    private final NoteCounts counts;

    Sending(Connections connections, Outcomes outcomes, NoteCounts counts) {
        this.connections = connections;
        this.outcomes = outcomes;
        this.counts = counts;
    }

    /**
     * @param deadline begun before the attempt was stored: a process that slept meanwhile must not
     *     send what another has taken over
     * @param attempt which attempt it is, from 1
     */
    Outcome send(
            ConnectionNow now, Deadline deadline, Id<Ticket> ticket, NewNote note, int attempt) {
        Outcome outcome = trySending(now, deadline, ticket, note, attempt);
        counts.attempted(now, outcome);
        return outcome;
    }

    private Outcome trySending(
            ConnectionNow now, Deadline deadline, Id<Ticket> ticket, NewNote note, int attempt) {
        OpenPsa open;
        try {
            open = connections.open(now, deadline);
        } catch (RuntimeException e) {
            LOG.warn("The credentials could not be opened; nothing was sent", SafeTrace.of(e));
            return new Outcome.Later(
                    PostProblem.temporarilyUnavailable("The credentials could not be opened."),
                    Outcomes.BACKOFF.after(attempt - 1));
        }
        Note posted;
        try {
            posted = open.psa().notes().add(ticket, note);
        } catch (PsaException e) {
            remember(() -> connections.failed(now, e));
            return outcomes.of(now, e, attempt);
        } catch (RuntimeException e) {
            LOG.error("A note may have been sent or not", SafeTrace.of(e));
            return new Outcome.Uncertain(
                    PostProblem.temporarilyUnavailable("An error of ours broke off the attempt."),
                    outcomes.settleTime(now));
        }
        remember(() -> connections.worked(now));
        return new Outcome.Posted(posted);
    }

    /** What it says about the connection is worth less than what became of the note. */
    private static void remember(Runnable health) {
        try {
            health.run();
        } catch (RuntimeException e) {
            LOG.warn("The connection's state could not be stored", SafeTrace.of(e));
        }
    }
}
