package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyProbe;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyUnavailableException;
import io.psabridge.platform.keys.KeyWrappers;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local key ring: the configured one, else the one in the data directory. Where KMS wraps, it
 * opens what it wrapped before.
 */
final class LocalKeys {

    static final String FILE = "fernet-keys";

    private static final Logger LOG = LoggerFactory.getLogger(LocalKeys.class);
    private static final String VARIABLE = "PSA_BRIDGE_FERNET_KEYS";

    private LocalKeys() {}

    /** Makes a ring when there is none and nothing else wraps. */
    static void fill(Map<String, String> variables, BridgeSettings settings, PrivateFile kept) {
        find(variables, settings, kept);
        if (settings.kmsKeyId().isEmpty() && !variables.containsKey(VARIABLE)) {
            variables.put(VARIABLE, kept.readOrCreate(FernetKeyRing::generate));
        }
    }

    /** Leaves what is there as it is. */
    static void find(Map<String, String> variables, BridgeSettings settings, PrivateFile kept) {
        Optional<String> ring = settings.fernetKeys().or(kept::read);
        variables.remove(VARIABLE); // which may be blank
        ring.ifPresent(keys -> variables.put(VARIABLE, keys));
    }

    /** A wrong key fails now, not with the first request; one that is away may come back. */
    static void check(BridgeSettings settings) {
        try {
            KeyProbe.check(KeyWrappers.of(settings));
        } catch (KeyRefusedException e) {
            throw new ConfigurationException("KMS_KEY_ID cannot be used: " + e.getMessage());
        } catch (KeyUnavailableException e) {
            LOG.warn("{}", e.getMessage());
        }
    }
}
