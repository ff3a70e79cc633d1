package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the JVM's own settings may and may not do. */
class JvmSettingsTest {

    @AfterEach
    void clear() {
        System.clearProperty("socksProxyHost");
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        System.clearProperty("http.nonProxyHosts");
    }

    @Test
    void aSocksProxyIsRefused() {
        System.setProperty("socksProxyHost", "127.0.0.1");

        assertThatThrownBy(() -> new GuardedOutbound(OutboundSettings.DEFAULTS, CallGate.OPEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-DsocksProxyHost");
    }

    @Test
    void proxiesAreIgnored() throws Exception {
        String answer = "HTTP/1.1 204 No Content\r\n\r\n";
        try (RawServer server = RawServer.plain(RawServer.answering(answer));
                RawServer proxy = RawServer.plain(RawServer.answering(answer));
                GuardedCalls outbound = Outbounds.open(Outbounds.allowing(server))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", String.valueOf(proxy.port()));

            assertThat(outbound.send(Calls.get(server.origin())).status()).isEqualTo(204);
            assertThat(proxy.connections).isEmpty();
        } finally {
            System.clearProperty("socksProxyPort");
        }
    }

    @Test
    void makingOneStartsNothing() {
        long before = threads();
        try (GuardedOutbound _ = new GuardedOutbound(OutboundSettings.DEFAULTS, CallGate.OPEN)) {
            assertThat(threads()).isEqualTo(before);
        }
    }

    @Test
    void aClosedOneSendsNothing() {
        GuardedOutbound outbound = new GuardedOutbound(OutboundSettings.DEFAULTS, CallGate.OPEN);
        outbound.close();

        assertThatThrownBy(() -> outbound.send(Calls.get("https://psa.example.com")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("psa-http-"))
                .count();
    }
}
