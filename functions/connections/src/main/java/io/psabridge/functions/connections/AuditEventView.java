package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.audit.AuditEvent;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.platform.web.Actor;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was tried, and how it ended.
 *
 * @param action a noun and a verb, such as connection.create
 * @param connectionId the connection that it is about, as it was named
 * @param outcome ok, refused (the request or the state is to blame) or failed (we or the PSA are)
 * @param code the problem's code; absent when it went well
 */
@Serdeable
record AuditEventView(
        String id,
        Instant at,
        ActorView actor,
        String action,
        SubjectView subject,
        @Nullable String connectionId,
        String outcome,
        @Nullable String code,
        String requestId) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.at(),
                ActorView.of(event.actor()),
                event.action(),
                SubjectView.of(event.subject()),
                event.subject().connectionId(),
                event.outcome().kind().wireName(),
                event.outcome().code(),
                event.actor().requestId());
    }

    /**
     * Who did it.
     *
     * @param via api, page, agent or system
     */
    @Serdeable
    record ActorView(String sub, String via) {

        static ActorView of(Actor actor) {
            return new ActorView(actor.sub(), actor.via().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What it is about.
     *
     * @param type such as connection, ticket, link, note or session
     * @param id absent when nothing was made that could have one
     */
    @Serdeable
    record SubjectView(String type, @Nullable String id) {

        static SubjectView of(AuditSubject subject) {
            return new SubjectView(subject.type(), subject.id());
        }
    }
}
