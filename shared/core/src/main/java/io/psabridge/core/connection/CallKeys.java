package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import java.util.Optional;

/**
 * Names a connection where calls are counted and limited: unique over all tenants, and readable
 * back.
 */
final class CallKeys {

    private CallKeys() {}

    static String of(Connection connection) {
        return connection.tenant().value() + "/" + connection.id().value();
    }

    /** For calls before there is a connection; one name a tenant and host. */
    static String probe(TenantId tenant, String host) {
        return "probe " + tenant.value() + " " + host;
    }

    static Optional<Key> read(String key) {
        int slash = key.indexOf('/');
        return slash < 0 || key.startsWith("probe ")
                ? Optional.empty()
                : Optional.of(
                        new Key(
                                new TenantId(key.substring(0, slash)),
                                new ConnectionId(key.substring(slash + 1))));
    }

    record Key(TenantId tenant, ConnectionId connection) {}
}
