package io.psabridge.core.connection;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;

/** What a person entered to connect a PSA. */
public record NewConnection(
        String provider,
        String name,
        Site site,
        Credentials credentials,
        ConnectionSettings settings) {}
