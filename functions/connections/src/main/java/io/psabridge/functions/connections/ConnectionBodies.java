package io.psabridge.functions.connections;

import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about connections, as the API's description shows them. */
final class ConnectionBodies {

    private ConnectionBodies() {}

    /** What a person enters to connect a PSA; see the provider's fields. */
    @Introspected
    record Connect(
            String provider,
            String name,
            SiteBody site,
            Map<String, String> credentials,
            @Nullable SettingsView settings) {}

    /** Where the PSA is. */
    @Introspected
    record SiteBody(String host, @Nullable String caCertificate) {}

    /** What to change: absent keeps, null clears, a value sets. */
    @Introspected
    record Change(@Nullable String name, @Nullable SettingsView settings) {}

    /** New credentials; a blank or absent secret keeps the stored one. */
    @Introspected
    record Rotate(Map<String, String> credentials) {}
}
