package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address a person opens for a site they typed. */
final class SiteUrls {

    private SiteUrls() {}

    static URI of(String host) {
        String typed = host.strip().toLowerCase(Locale.ROOT);
        try {
            URI uri = new URI(typed.contains("://") ? typed : "https://" + typed);
            if (uri.getHost() == null) {
                throw notAHost();
            }
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw notAHost();
        }
    }

    private static Problem notAHost() {
        return Problem.invalid("site.host", "is no host name, such as na.myconnectwise.net");
    }
}
