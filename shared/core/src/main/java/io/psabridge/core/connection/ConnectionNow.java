package io.psabridge.core.connection;

import java.time.Duration;

/** A connection as its row is now, and what keeps calls from its PSA. */
public final class ConnectionNow {

    private final StoredConnection stored;

    ConnectionNow(StoredConnection stored) {
        this.stored = stored;
    }

    public Connection connection() {
        return stored.connection();
    }

    /** For how long nothing is sent: the PSA asked for it, or failed in a row; zero when not. */
    public Duration restsFor() {
        return stored.blockedFor().compareTo(stored.restsFor()) > 0
                ? stored.blockedFor()
                : stored.restsFor();
    }

    StoredConnection stored() {
        return stored;
    }
}
