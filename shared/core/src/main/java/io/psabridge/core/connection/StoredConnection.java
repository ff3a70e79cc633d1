package io.psabridge.core.connection;

import java.time.Duration;

/**
 * A connection as read from its row.
 *
 * @param blockedFor how long the PSA still wants to be left alone; zero when it does not
 */
record StoredConnection(Connection connection, SealedCredentials sealed, Duration blockedFor) {}
