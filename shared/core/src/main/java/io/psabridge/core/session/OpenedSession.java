package io.psabridge.core.session;

import java.net.URI;
import java.time.Instant;

/**
 * A session that has just begun; the one time that its token is told.
 *
 * @param url the page, with the token in the fragment, which no browser sends to a server
 */
public record OpenedSession(SessionId id, URI url, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "OpenedSession[" + id + "]"; // the token is a secret
    }
}
