package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.ProviderId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** To whom sealed credentials belong; sealed for one, they open for no other. */
record CredentialOwner(TenantId tenant, ConnectionId connection, ProviderId provider, int version) {

    static CredentialOwner of(Connection connection) {
        return new CredentialOwner(
                connection.tenant(),
                connection.id(),
                connection.provider(),
                connection.credentialVersion());
    }

    Map<String, String> context() {
        return new TreeMap<>(
                Map.of(
                        "tenant", tenant.value(),
                        "connection", connection.value(),
                        "provider", provider.value(),
                        "version", Integer.toString(version)));
    }

    byte[] authenticatedData() {
        return context().toString().getBytes(StandardCharsets.UTF_8);
    }
}
