package io.psabridge.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A client with connections of its own for each authority that is trusted, so that a connection
 * made under one is never used under another. Keeps the ones used last.
 */
final class Clients implements AutoCloseable {

    private static final int KEPT = 32;
    private static final String PLATFORM = "";

    /** A client that is in use until it is closed. */
    final class Lease implements AutoCloseable {

        private @Nullable CloseableHttpClient client;
        private int users;
        private boolean dropped;

        /** The client, made when it is first asked for. */
        synchronized CloseableHttpClient client(@Nullable String caCertificate)
                throws OutboundException {
            CloseableHttpClient made = client;
            if (made == null) {
                try {
                    made = factory.client(caCertificate);
                } catch (OutboundException e) {
                    forget(this);
                    throw e;
                }
                client = made;
            }
            return made;
        }

        @Override
        public void close() {
            synchronized (leases) {
                users--;
                if (dropped && users == 0) {
                    closeClient();
                }
            }
        }

        private void closeClient() {
            CloseableHttpClient made = client;
            if (made != null) {
                made.close(CloseMode.IMMEDIATE);
            }
        }
    }

    private final ClientFactory factory;
    private final Map<String, Lease> leases = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    Clients(ClientFactory factory) {
        this.factory = factory;
    }

    Lease lease(@Nullable String caCertificate) {
        synchronized (leases) {
            if (closed) {
                throw new IllegalStateException("Outbound calls are closed");
            }
            Lease lease =
                    leases.computeIfAbsent(
                            caCertificate == null ? PLATFORM : caCertificate, key -> new Lease());
            lease.users++;
            dropOldest();
            return lease;
        }
    }

    @Override
    public void close() {
        synchronized (leases) {
            closed = true;
            leases.values().forEach(Lease::closeClient);
            leases.clear();
        }
    }

    private void forget(Lease lease) {
        synchronized (leases) {
            leases.values().remove(lease);
        }
    }

    private void dropOldest() {
        Iterator<Map.Entry<String, Lease>> oldest = leases.entrySet().iterator();
        while (leases.size() > KEPT) {
            Map.Entry<String, Lease> entry = oldest.next();
            if (!entry.getKey().equals(PLATFORM)) {
                oldest.remove();
                drop(entry.getValue());
            }
        }
    }

    private static void drop(Lease lease) {
        lease.dropped = true;
        if (lease.users == 0) {
            lease.closeClient();
        }
    }
}
