package io.psabridge.connectwise;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a ConnectWise is: one host for programs and one for people. They differ on ConnectWise's
 * own cloud only.
 *
 * @param port -1 for the scheme's own
 */
record SiteAddress(String scheme, String apiHost, String webHost, int port) {

    private static final Pattern TYPED =
            Pattern.compile(
                    "(?:(https?)://)?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])"
                            + "(?::([0-9]{1,5}))?/?");
    private static final Pattern CLOUD =
            Pattern.compile(
                    "(?:api-)?([a-z0-9-]+)(\\.myconnectwise\\.net|\\.connectwisedev\\.com)");
    private static final String API_PREFIX = "api-";

    /** Reads what a person typed; fails with INVALID_REQUEST. */
    static SiteAddress of(String typed) {
        Matcher parts = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || parts.group(2).contains("..")) {
            throw notAnAddress();
        }
        String scheme = parts.group(1) == null ? "https" : parts.group(1);
        String host = parts.group(2);
        int port = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
        if (port == 0 || port > 65535) {
            throw notAnAddress();
        }
        int kept = port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
        Matcher cloud = CLOUD.matcher(host);
        if (cloud.matches()) {
            String web = cloud.group(1) + cloud.group(2);
            return new SiteAddress(scheme, API_PREFIX + web, web, kept);
        }
        return new SiteAddress(scheme, host, host, kept);
    }

    /** The same server under the name that programs use. */
    URI api(String pathAndQuery) {
        return URI.create(scheme + "://" + apiHost + portSuffix() + pathAndQuery);
    }

    /** The same server under the name that people use. */
    URI web(String pathAndQuery) {
        return URI.create(scheme + "://" + webHost + portSuffix() + pathAndQuery);
    }

    /** Names the server, whichever of its names was typed. */
    String name() {
        return webHost + portSuffix();
    }

    /** Whether this address leads to this very server, by either name and as safely. */
    boolean owns(URI address) {
        String host = address.getHost();
        return scheme.equalsIgnoreCase(address.getScheme())
                && host != null
                && (host.equalsIgnoreCase(apiHost) || host.equalsIgnoreCase(webHost))
                && (address.getPort() == port
                        || (port == -1
                                && address.getPort() == (scheme.equals("https") ? 443 : 80)));
    }

    private String portSuffix() {
        return port == -1 ? "" : ":" + port;
    }

    private static PsaException notAnAddress() {
        return PsaException.of(PsaErrorCode.INVALID_REQUEST)
                .message("The site is no host name")
                .fix(
                        "Enter the host alone, without a path, such as na.myconnectwise.net or"
                                + " psa.example.com")
                .build();
    }
}
