package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a PSA is.
 *
 * @param host as the person typed it: a host name, or an origin such as {@code
 *     https://psa.example.com}
 * @param caCertificate PEM of the authority that signed an on-premises server's certificate
 */
public record Site(String host, @Nullable String caCertificate) {

    public static Site of(String host) {
        return new Site(host, null);
    }
}
