package io.psabridge.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads what a person pasted as the certificate of an authority of their own. */
public final class CaCertificates {

    private static final int LONGEST = 64 * 1024;

    private CaCertificates() {}

    /** At least one certificate; fails with {@link IllegalArgumentException} that says why not. */
    public static Collection<? extends Certificate> read(String pem) {
        int begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
        if (pem.length() > LONGEST || begin < 0 || pem.contains("PRIVATE KEY-----")) {
            throw unreadable(null);
        }
        try {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(
                                            pem.substring(begin)
                                                    .getBytes(StandardCharsets.US_ASCII)));
            if (certificates.isEmpty()) {
                throw unreadable(null);
            }
            return certificates;
        } catch (CertificateException e) {
            throw unreadable(e);
        }
    }

    private static IllegalArgumentException unreadable(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "cannot be read: it must be PEM text with -----BEGIN CERTIFICATE----- and without"
                        + " a private key",
                cause);
    }
}
