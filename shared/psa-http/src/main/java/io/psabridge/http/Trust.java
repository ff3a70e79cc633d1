package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes TLS contexts that trust the platform's authorities and, where given, one more. Reads the
 * platform's once.
 */
final class Trust {

    private @Nullable List<X509Certificate> platform;

    /** Fails with INVALID when the text holds no certificate that can be read. */
    SSLContext context(@Nullable String caCertificate) throws OutboundException {
        Collection<? extends Certificate> added = null;
        if (caCertificate != null) {
            added = read(caCertificate);
        }
        try {
            TrustManager[] trusted = added == null ? null : trust(platformAnd(added));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no usable TLS", e);
        }
    }

    private static Collection<? extends Certificate> read(String pem) throws OutboundException {
        try {
            return CaCertificates.read(pem);
        } catch (IllegalArgumentException e) {
            throw new OutboundException(
                    Reason.INVALID, false, "The CA certificate " + e.getMessage(), e);
        }
    }

    private KeyStore platformAnd(Collection<? extends Certificate> added)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        List<Certificate> all = new ArrayList<>(platform());
        all.addAll(added);
        for (int number = 0; number < all.size(); number++) {
            store.setCertificateEntry("authority-" + number, all.get(number));
        }
        return store;
    }

    private synchronized List<X509Certificate> platform() throws GeneralSecurityException {
        List<X509Certificate> known = platform;
        if (known == null) {
            known =
                    Arrays.stream(trust(null))
                            .filter(X509TrustManager.class::isInstance)
                            .flatMap(manager ->
                                    Arrays.stream(
                                            ((X509TrustManager) manager).getAcceptedIssuers()))
                            .toList();
            platform = known;
        }
        return known;
    }

    private static TrustManager[] trust(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
