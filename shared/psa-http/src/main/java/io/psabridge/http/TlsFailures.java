package io.psabridge.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says why a TLS connection was not made, after the name of the host. */
final class TlsFailures {

    private TlsFailures() {}

    static String reason(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return " has a certificate that has expired";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return " has a certificate that is not valid yet";
        }
        if (has(failure, CertPathValidatorException.class)
                || has(failure, CertPathBuilderException.class)) {
            return " has a certificate of an authority that is not trusted here";
        }
        if (has(failure, CertificateException.class)
                || has(failure, SSLPeerUnverifiedException.class)) {
            return " has a certificate that is not made out for this name";
        }
        return " made no TLS connection";
    }

    private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
