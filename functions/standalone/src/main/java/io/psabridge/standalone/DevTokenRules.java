package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.net.InetAddress;

/** Development tokens are for whoever asks, so nobody but this machine may be able to ask. */
final class DevTokenRules {

    private DevTokenRules() {}

    /** Fails when they are on, and somebody elsewhere could reach them. */
    static void check(BridgeSettings settings, InetAddress bound) {
        if (!settings.devTokens()) {
            return;
        }
        if (!bound.isLoopbackAddress()) {
            throw new ConfigurationException(
                    "PSA_BRIDGE_DEV_TOKENS=on gives a token to everybody who asks, so BIND_ADDRESS must"
                            + " be a loopback address such as 127.0.0.1");
        }
        if (settings.publicUrl().filter(url -> !Loopback.isNamedBy(url.getHost())).isPresent()) {
            throw new ConfigurationException(
                    "PSA_BRIDGE_DEV_TOKENS=on gives a token to everybody who asks, so"
                            + " PSA_BRIDGE_PUBLIC_URL must be a loopback URL or be left out");
        }
    }
}
