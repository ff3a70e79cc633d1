package io.psabridge.core.session;

import com.github.f4b6a3.ulid.UlidCreator;

/** Names a connect session within its tenant. No secret: it is the token that opens the page. */
public record SessionId(String value) {

    static SessionId fresh() {
        return new SessionId("ses_" + UlidCreator.getMonotonicUlid().toLowerCase());
    }

    @Override
    public String toString() {
        return value;
    }
}
