package io.psabridge.core.connection;

import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaProvider;

/** A connection whose PSA is open for one piece of work. */
public record OpenPsa(Connection connection, PsaProvider provider, Psa psa) {

    public <T> FromPsa<T> answered(T value) {
        return new FromPsa<>(connection, value);
    }
}
