package io.psabridge.core.connection;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.psabridge.http.GuardedOutbound;
import io.psabridge.http.OutboundSettings;
import io.psabridge.platform.config.BridgeSettings;
import jakarta.inject.Singleton;
import java.net.URI;

/** The one way out to PSAs. */
@Factory
final class OutboundBeans {

    @Singleton
    @Bean(preDestroy = "close")
    GuardedOutbound outbound(BridgeSettings settings, PsaCallGate gate) {
        return new GuardedOutbound(
                OutboundSettings.DEFAULTS.withAllowedOrigins(
                        settings.allowedPsaHosts().stream().map(URI::toString).toList()),
                gate);
    }
}
