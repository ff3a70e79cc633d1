package io.psabridge.platform.config;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The settings of this process, unless whoever starts it brings its own. */
@Factory
final class SettingsFactory {

    @Singleton
    @Requires(missingBeans = BridgeSettings.class)
    BridgeSettings settings() {
        return BridgeSettings.from(System.getenv());
    }
}
