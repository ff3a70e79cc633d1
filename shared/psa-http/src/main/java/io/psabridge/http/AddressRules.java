package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where calls may go: https on port 443 of public addresses, and the origins of an allow list. */
final class AddressRules {

    private final Set<Origin> allowed;

    AddressRules(List<String> allowedOrigins) {
        allowed =
                allowedOrigins.stream().map(Origin::parse).collect(Collectors.toUnmodifiableSet());
    }

    /** Fails with NOT_ALLOWED when the address as it is written may not be called. */
    void check(URI uri) throws OutboundException {
        try {
            Origin origin = Origin.of(uri);
            if (!allowed.contains(origin)) {
                checkPublic(origin);
            }
        } catch (IllegalArgumentException e) {
            throw new OutboundException(
                    Reason.NOT_ALLOWED, false, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Whether a connection to this very address may be made, for a host that the check let pass.
     */
    boolean allows(String host, int port, InetAddress address) {
        return PublicAddresses.contains(address)
                || allowed.contains(new Origin("http", host, port))
                || allowed.contains(new Origin("https", host, port));
    }

    private static void checkPublic(Origin origin) {
        if (!origin.scheme().equals("https")) {
            throw new IllegalArgumentException("The address must begin with https://");
        }
        if (origin.port() != 443) {
            throw new IllegalArgumentException(
                    "Port " + origin.port() + " is not allowed: a PSA is called on port 443");
        }
        if (!HostNames.isAddress(origin.host()) && origin.host().indexOf('.') < 0) {
            throw new IllegalArgumentException(
                    origin.host() + " is not a full host name, such as psa.example.com");
        }
    }
}
