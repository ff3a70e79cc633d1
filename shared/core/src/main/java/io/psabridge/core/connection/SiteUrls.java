package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address a person opens for a site they typed. */
final class SiteUrls {

    private static final int HTTPS = 443;

    private SiteUrls() {}

    static URI of(String host) {
        return read(host)
                .orElseThrow(() ->
                        Problem.invalid(
                                "site.host", "is no host name, such as na.myconnectwise.net"));
    }

    /** The server alone, the same however it is typed. */
    static String server(String host) {
        return read(host)
                .map(url -> {
                    String name = url.getHost().replaceFirst("\\.$", "");
                    boolean usual = url.getPort() < 0 || url.getPort() == HTTPS;
                    return usual ? name : name + ":" + url.getPort();
                })
                .orElseGet(() -> typed(host));
    }

    private static Optional<URI> read(String host) {
        String typed = typed(host);
        try {
            URI uri = new URI(typed.contains("://") ? typed : "https://" + typed);
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(
                            new URI(
                                    uri.getScheme(),
                                    null,
                                    uri.getHost(),
                                    uri.getPort(),
                                    null,
                                    null,
                                    null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String typed(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
