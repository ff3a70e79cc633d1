package io.psabridge.core.connection;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/** Takes over credentials that another program kept as a Fernet token, and seals them anew. */
@Singleton
public final class ConnectionImport {

    private static final Argument<Map<String, String>> TEXTS =
            Argument.mapOf(String.class, String.class);

    private final BridgeSettings settings;
    private final ConnectionService connections;
    private final ObjectMapper json;

    ConnectionImport(BridgeSettings settings, ConnectionService connections, ObjectMapper json) {
        this.settings = settings;
        this.connections = connections;
        this.json = json;
    }

    /**
     * Connects as {@link ConnectionService#create} does: verified first, and stored only then.
     *
     * @param fernet a token over the credentials' JSON, under one of the local key ring's keys
     */
    public Connection run(TenantId tenant, String provider, String name, Site site, String fernet) {
        return connections.create(
                tenant,
                Actor.system(),
                new NewConnection(
                        provider, name, site, credentials(fernet), ConnectionSettings.NONE));
    }

    private Credentials credentials(String fernet) {
        byte[] plain = opened(fernet);
        try {
            return Credentials.of(json.readValue(plain, TEXTS));
        } catch (IOException e) {
            // without the cause: its message quotes the text
            throw Problem.invalid("fernet", "does not hold a JSON object of texts");
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] opened(String fernet) {
        String keys =
                settings.fernetKeys()
                        .orElseThrow(() ->
                                new ConfigurationException(
                                        "PSA_BRIDGE_FERNET_KEYS is missing: it opens what is imported"));
        try {
            return FernetKeyRing.of(keys).open(fernet.strip(), Clock.systemUTC());
        } catch (KeyRefusedException e) {
            throw Problem.invalid("fernet", String.valueOf(e.getMessage()));
        }
    }
}
