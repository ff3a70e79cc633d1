package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.session.OpenedSession;
import java.net.URI;
import java.time.Instant;

/**
 * A connect session that has just begun.
 *
 * @param url the address of the page, with the token in its fragment
 * @param token a secret, told this once
 */
@Serdeable
record SessionView(String id, URI url, String token, Instant expiresAt) {

    static SessionView of(OpenedSession session) {
        return new SessionView(
                session.id().value(), session.url(), session.token(), session.expiresAt());
    }

    @Override
    public String toString() {
        return "SessionView[" + id + "]";
    }
}
