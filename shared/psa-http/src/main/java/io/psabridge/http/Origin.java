package io.psabridge.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Scheme, host and port of an address, in one spelling. */
record Origin(String scheme, String host, int port) {

    private static final Set<String> ROOT = Set.of("", "/");

    /** Fails with IllegalArgumentException, in words for whoever typed the address. */
    static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("The address must begin with https://");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("The address has no host name");
        }
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException("The address must not hold a user name");
        }
        String host = uri.getHost();
        if (host == null || !HostNames.isWellFormed(host)) {
            throw new IllegalArgumentException(
                    "The address needs a plain host name, such as psa.example.com");
        }
        int port = uri.getPort();
        if (port == 0 || port > 65535 || authority.endsWith(":")) {
            throw new IllegalArgumentException("The address has a port that does not exist");
        }
        int standard = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), port < 0 ? standard : port);
    }

    /** Reads an origin alone: fails with IllegalArgumentException when it has a path or a query. */
    static Origin parse(String text) {
        try {
            URI uri = URI.create(text.strip());
            Origin origin = of(uri);
            if (!ROOT.contains(uri.getRawPath())
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("it has a path or a query");
            }
            return origin;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "An allowed origin looks like http://127.0.0.1:9001; this one does not", e);
        }
    }
}
