package io.psabridge.platform.keys;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.time.Duration;
import java.util.Optional;

/** The keeper of the keys that the settings name. Loads nothing of AWS unless they name KMS. */
public final class KeyWrappers {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private KeyWrappers() {}

    /** Makes no call; fails with {@link ConfigurationException}. */
    public static KeyWrapper of(BridgeSettings settings) {
        Optional<FernetKeyRing> ring = settings.fernetKeys().map(FernetKeyRing::of);
        if (settings.kmsKeyId().isPresent()) {
            KeyWrapper kms =
                    KmsKeyWrapper.of(settings.kmsKeyId().get(), patience(settings.requestBudget()));
            return ring.<KeyWrapper>map(earlier -> new SucceedingKeyWrapper(kms, earlier))
                    .orElse(kms);
        }
        return ring.orElseThrow(() ->
                new ConfigurationException(
                        "PSA_BRIDGE_FERNET_KEYS is missing: it holds the keys under which"
                                + " credentials are sealed; or set KMS_KEY_ID"));
    }

    /** A request has other things to do, too. */
    private static Duration patience(Duration budget) {
        Duration half = budget.dividedBy(2);
        return half.compareTo(PATIENCE) < 0 ? half : PATIENCE;
    }
}
