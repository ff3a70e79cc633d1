package io.psabridge.core.connection;

import io.micronaut.context.annotation.Factory;
import io.psabridge.connectwise.ConnectWiseProvider;
import io.psabridge.connectwise.ConnectWiseSettings;
import io.psabridge.http.Outbound;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.spi.PsaProvider;
import jakarta.inject.Singleton;

/** The kinds of PSA that this product connects: adding one is one method here. */
@Factory
final class SupportedProviders {

    @Singleton
    PsaProvider connectWise(Outbound http, BridgeSettings settings) {
        return new ConnectWiseProvider(
                http, ConnectWiseSettings.of(settings.connectWiseClientId().orElse(null)));
    }
}
