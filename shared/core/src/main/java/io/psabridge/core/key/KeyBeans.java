package io.psabridge.core.key;

import io.micronaut.context.annotation.Factory;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.GuardedKeyWrapper;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.Sealer;
import jakarta.inject.Singleton;

/** Under which key everything is sealed. */
@Factory
final class KeyBeans {

    @Singleton
    KeyWrapper keyWrapper(BridgeSettings settings, TenantTransactions transactions) {
        String keys =
                settings.fernetKeys()
                        .orElseThrow(() ->
                                new ConfigurationException(
                                        "PSA_BRIDGE_FERNET_KEYS is missing: it holds the keys under which"
                                                + " credentials are sealed"));
        return new GuardedKeyWrapper(FernetKeyRing.of(keys), transactions::active);
    }

    @Singleton
    Sealer sealer() {
        return new Sealer();
    }
}
