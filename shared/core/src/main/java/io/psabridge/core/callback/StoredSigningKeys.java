package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.ConnectionSecrets;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks.SigningKeys;
import io.psabridge.spi.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps signing keys sealed with their connection, so that a process that has just started need not
 * fetch them, and lets all processes together fetch them rarely.
 */
@Singleton
final class StoredSigningKeys {

    private static final String PURPOSE = "callback signing key";

    /** A key that does not fit a message is likelier to be right than the message. */
    private static final Duration REST_WHEN_KNOWN = Duration.ofSeconds(60);

    /** So short that the PSA's next try finds an answer. */
    private static final Duration REST_WHEN_UNKNOWN = Duration.ofSeconds(2);

    private final TenantTransactions transactions;
    private final RouteRepository routes;
    private final KeyRepository keys;
    private final ConnectionSecrets secrets;

    StoredSigningKeys(
            TenantTransactions transactions,
            RouteRepository routes,
            KeyRepository keys,
            ConnectionSecrets secrets) {
        this.transactions = transactions;
        this.routes = routes;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** For one message to this connection; not to be used inside a transaction. */
    SigningKeys of(ConnectionNow now) {
        return new OfConnection(now);
    }

    private final class OfConnection implements SigningKeys {

        private final ConnectionNow now;
        private final TenantId tenant;
        private final ConnectionId connection;
        private final int version;

        private OfConnection(ConnectionNow now) {
            this.now = now;
            this.tenant = now.connection().tenant();
            this.connection = now.connection().id();
            this.version = now.connection().credentialVersion();
        }

        @Override
        public Optional<Secret> known() {
            return sealed().map(content -> secrets.open(now, PURPOSE, content));
        }

        @Override
        public boolean mayFetch() {
            Duration rest = sealed().isPresent() ? REST_WHEN_KNOWN : REST_WHEN_UNKNOWN;
            return now.restsFor().isZero()
                    && transactions.in(
                            tenant,
                            () ->
                                    routes.hold(tenant, connection)
                                            && keys.mayFetch(tenant, connection, rest));
        }

        @Override
        public void keep(Secret key) {
            byte[] content = secrets.seal(now, PURPOSE, key);
            transactions.run(tenant, () -> keys.keep(tenant, connection, content, version));
        }

        private Optional<byte[]> sealed() {
            return transactions.in(tenant, () -> keys.find(tenant, connection, version));
        }
    }
}
