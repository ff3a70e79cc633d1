package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.psabridge.spi.Deadline;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the client of an authority lives. */
class ClientsTest {

    private final Clients clients =
            new Clients(
                    new ClientFactory(
                            new GuardedResolver(new AddressRules(List.of()), new ScriptedLookup()),
                            Outbounds.DIRECT,
                            OutboundSettings.DEFAULTS));

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void theClientOfAnAuthorityIsKept() throws Exception {
        CloseableHttpClient first;
        try (Clients.Lease lease = clients.lease("one")) {
            first = lease.client(null);
        }
        try (Clients.Lease lease = clients.lease("one")) {
            assertThat(lease.client(null)).isSameAs(first);
        }
    }

    @Test
    void aClientThatManyOthersPushedOutWorksAsLongAsItIsInUse() throws Exception {
        CloseableHttpClient client;
        try (Clients.Lease used = clients.lease("one")) {
            client = used.client(null);
            for (int i = 0; i < 1000; i++) {
                clients.lease("another " + i).close();
            }
            assertThat(send(client)).isInstanceOf(UnknownHostException.class);
        }

        assertThat(send(client)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theClientWithoutAnAuthorityIsNeverPushedOut() throws Exception {
        CloseableHttpClient client;
        try (Clients.Lease lease = clients.lease(null)) {
            client = lease.client(null);
        }
        for (int i = 0; i < 1000; i++) {
            clients.lease("another " + i).close();
        }

        assertThat(send(client)).isInstanceOf(UnknownHostException.class);
    }

    private static Throwable send(CloseableHttpClient client) {
        return catchThrowable(() ->
                ScopedValue.where(GuardedResolver.DEADLINE, Deadline.in(Duration.ofSeconds(5)))
                        .call(() ->
                                client.executeOpen(
                                        null, new HttpGet("https://psa.example.com"), null)));
    }
}
