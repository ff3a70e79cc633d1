package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import java.util.Map;

/** The local key ring: the configured one, else one that is made into the data directory. */
final class LocalKeys {

    private LocalKeys() {}

    static void fill(Map<String, String> variables, BridgeSettings settings, Home home) {
        String keys =
                settings.fernetKeys()
                        .orElseGet(() ->
                                home.secret("fernet-keys").readOrCreate(FernetKeyRing::generate));
        FernetKeyRing.of(keys); // a wrong one fails now, not with the first request
        variables.put("PSA_BRIDGE_FERNET_KEYS", keys);
    }
}
