package io.psabridge.core.key;

import io.micronaut.context.annotation.Factory;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.GuardedKeyWrapper;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.KeyWrappers;
import io.psabridge.platform.keys.Sealer;
import jakarta.inject.Singleton;

/** Under which key everything is sealed. */
@Factory
final class KeyBeans {

    @Singleton
    KeyWrapper keyWrapper(BridgeSettings settings, TenantTransactions transactions) {
        return new GuardedKeyWrapper(KeyWrappers.of(settings), transactions::active);
    }

    @Singleton
    Sealer sealer() {
        return new Sealer();
    }
}
