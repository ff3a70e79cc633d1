package io.psabridge.core.connection;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Backoff;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Lets a PSA rest that failed several times in a row, longer each time, in all processes. Writes
 * only when something changed. Calls that fail side by side count as one failure.
 */
@Singleton
final class Circuit {

    private static final int PATIENCE = 3;
    private static final Backoff REST = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final TenantTransactions transactions;
    private final ConnectionRepository connections;

    Circuit(TenantTransactions transactions, ConnectionRepository connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    void worked(StoredConnection stored) {
        Connection connection = stored.connection();
        if (stored.failures() > 0) {
            transactions.run(
                    connection.tenant(),
                    () -> connections.setWell(connection.tenant(), connection.id()));
        }
    }

    void failed(StoredConnection stored, PsaException failure) {
        if (isAboutThePsa(failure)) {
            Connection connection = stored.connection();
            int counted = stored.failures();
            int failures = counted + 1;
            Duration rest = failures < PATIENCE ? Duration.ZERO : REST.after(failures - PATIENCE);
            transactions.run(
                    connection.tenant(),
                    () ->
                            connections.setFailed(
                                    connection.tenant(), connection.id(), counted, rest));
        }
    }

    private static boolean isAboutThePsa(PsaException failure) {
        return switch (failure.code()) {
            case UNAUTHENTICATED, TIMEOUT, UNAVAILABLE, SITE_NOT_ALLOWED, UNEXPECTED_REPLY -> true;
            default -> false;
        };
    }
}
