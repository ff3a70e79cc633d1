package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import java.util.Map;

/** What the HTTP server of this process is told. */
final class ServerProperties {

    /** Whether {@code /dev/tokens} is served. */
    static final String DEV_TOKENS = "psa-bridge.dev-tokens";

    private ServerProperties() {}

    static Map<String, Object> of(BridgeSettings settings, HttpAddress address) {
        return Map.of(
                "micronaut.application.name",
                "psa-bridge",
                "micronaut.server.host",
                address.host().getHostAddress(),
                "micronaut.server.port",
                address.port(),
                // a request may wait for a PSA: each has a virtual thread of its own
                "micronaut.server.thread-selection",
                "BLOCKING",
                // so that a token which is too long is refused as one
                "micronaut.server.netty.max-header-size",
                64 * 1024,
                "micronaut.router.static-resources.docs.mapping",
                "/docs/**",
                "micronaut.router.static-resources.docs.paths",
                "classpath:docs",
                DEV_TOKENS,
                settings.devTokens());
    }
}
