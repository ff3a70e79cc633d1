package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import java.util.Map;

/** The local key ring: the configured one, else one that is made into the data directory. */
final class LocalKeys {

    private LocalKeys() {}

    static void fill(Map<String, String> variables, BridgeSettings settings, Home home) {
        if (settings.fernetKeys().isEmpty()) {
            variables.put(
                    "PSA_BRIDGE_FERNET_KEYS",
                    home.secret("fernet-keys").readOrCreate(FernetKeyRing::generate));
        }
        FernetKeyRing.of(
                variables.get("PSA_BRIDGE_FERNET_KEYS")); // fails now, not with the first request
    }
}
