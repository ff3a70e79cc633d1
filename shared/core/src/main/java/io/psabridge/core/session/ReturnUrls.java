package io.psabridge.core.session;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.web.Problem;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Where a page may lead back to: addresses whose origin the operator named, and no other. */
@Singleton
final class ReturnUrls {

    private final List<String> origins;

    ReturnUrls(BridgeSettings settings) {
        this.origins = settings.returnOrigins().stream().map(ReturnUrls::origin).toList();
    }

    /** The address; fails with {@code invalid_request}. */
    URI checked(String returnUrl) {
        try {
            URI url = new URI(returnUrl);
            if (url.getHost() != null
                    && url.getRawUserInfo() == null
                    && origins.contains(origin(url))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw Problem.invalid("returnUrl", "is no URL");
        }
        throw Problem.invalid(
                "returnUrl", "must have an origin that PSA_BRIDGE_RETURN_ORIGINS names");
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
