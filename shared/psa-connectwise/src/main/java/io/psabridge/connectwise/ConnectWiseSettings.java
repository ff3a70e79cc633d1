package io.psabridge.connectwise;

import org.jspecify.annotations.Nullable;

/**
 * What the operator sets for all ConnectWise connections. Prints no client id.
 *
 * @param clientId the vendor's id of this product; a connection may have one of its own
 * @param version the model version that is asked for, such as {@code 2026.4}
 */
public record ConnectWiseSettings(@Nullable String clientId, String version) {

    /** The model version that this provider was written for. */
    public static final String DEFAULT_VERSION = "2026.4";

    public ConnectWiseSettings {
        if (clientId != null && clientId.isBlank()) {
            clientId = null;
        }
        if (clientId != null && !ClientId.isValid(clientId)) {
            throw new IllegalArgumentException(
                    "A ConnectWise client id is 1 to 100 printable ASCII characters without blanks");
        }
        if (!version.matches("20[0-9]{2}\\.[0-9]{1,2}")) {
            throw new IllegalArgumentException(
                    "A ConnectWise model version looks like " + DEFAULT_VERSION);
        }
    }

    /** The default version with this client id, or with none. */
    public static ConnectWiseSettings of(@Nullable String clientId) {
        return new ConnectWiseSettings(clientId, DEFAULT_VERSION);
    }

    @Override
    public String toString() {
        return "ConnectWiseSettings[version " + version + "]";
    }
}
