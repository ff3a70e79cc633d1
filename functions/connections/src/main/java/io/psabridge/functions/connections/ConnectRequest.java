package io.psabridge.functions.connections;

import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a person entered to connect a PSA. Complaints name fields, never values. */
final class ConnectRequest {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_HOST = 2_000;
    private static final int LONGEST_TEXT = 60_000;

    private ConnectRequest() {}

    static NewConnection read(Patch body) {
        body.allow(Set.of("provider", "name", "site", "credentials", "settings"));
        RequestCheck check = new RequestCheck();
        String provider = check.text("provider", body.text("provider").orElse(null), LONGEST_NAME);
        String name = check.text("name", body.text("name").orElse(null), LONGEST_NAME);
        Site site = site(body.object("site").orElse(null), check);
        Credentials credentials = credentials(body, check);
        check.verify();
        ConnectionSettings settings =
                body.object("settings")
                        .map(SettingsPatch::of)
                        .map(change -> change.apply(ConnectionSettings.NONE))
                        .orElse(ConnectionSettings.NONE);
        return new NewConnection(provider, name, site, credentials, settings);
    }

    /** The member {@code credentials}; which fields it must have is the provider's matter. */
    static Credentials credentials(Patch body, RequestCheck check) {
        Patch members = body.object("credentials").orElse(null);
        Map<String, String> values = new TreeMap<>();
        if (members == null) {
            check.wrong("credentials", "is missing");
        } else {
            for (String name : members.names()) {
                String value = members.text(name).orElse("");
                check.optionalText("credentials." + name, value, LONGEST_TEXT);
                values.put(name, value);
            }
        }
        return Credentials.of(values);
    }

    private static Site site(@Nullable Patch site, RequestCheck check) {
        if (site == null) {
            check.wrong("site", "is missing");
            return Site.of("");
        }
        site.allow(Set.of("host", "caCertificate"));
        return new Site(
                check.text("site.host", site.text("host").orElse(null), LONGEST_HOST),
                check.optionalText(
                        "site.caCertificate",
                        site.text("caCertificate").orElse(null),
                        LONGEST_TEXT));
    }
}
