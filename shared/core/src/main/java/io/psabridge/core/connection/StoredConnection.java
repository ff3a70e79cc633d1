package io.psabridge.core.connection;

import java.time.Duration;

/**
 * A connection as read from its row.
 *
 * @param blockedFor how long the PSA still wants to be left alone; zero when it does not
 * @param restsFor how long nothing is tried after failures in a row; zero when there were none
 * @param failures how often its PSA failed in a row
 */
record StoredConnection(
        Connection connection,
        SealedCredentials sealed,
        Duration blockedFor,
        Duration restsFor,
        int failures) {}
