package io.psabridge.http;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP clients that do nothing by themselves: no redirect, repeat, cookie, sign-in, proxy.
 */
final class ClientFactory {

    private static final int CONNECTIONS = 200;
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofMilliseconds(50);
    private static final Timeout LONGEST_IDLE = Timeout.ofSeconds(30);
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(10);
    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(200).build();

    private final Trust trust = new Trust();
    private final GuardedResolver resolver;
    private final DetachedSocketFactory sockets;
    private final Timeout connectTimeout;
    private final Timeout readTimeout;

    ClientFactory(
            GuardedResolver resolver, DetachedSocketFactory sockets, OutboundSettings settings) {
        this.resolver = resolver;
        this.sockets = sockets;
        this.connectTimeout = timeout(settings.connectTimeout());
        this.readTimeout = timeout(settings.readTimeout());
    }

    CloseableHttpClient client(@Nullable String caCertificate) throws OutboundException {
        return HttpClients.custom()
                .setConnectionManager(connections(caCertificate))
                .setRequestExecutor(new MarkingExecutor())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(connectTimeout)
                                .setResponseTimeout(readTimeout)
                                .setConnectionKeepAlive(LONGEST_IDLE)
                                .setProtocolUpgradeEnabled(false)
                                .setAuthenticationEnabled(false)
                                .build())
                .setUserAgent("psa-bridge")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private PoolingHttpClientConnectionManager connections(@Nullable String caCertificate)
            throws OutboundException {
        DefaultClientTlsStrategy verified =
                new DefaultClientTlsStrategy(
                        trust.context(caCertificate), HostnameVerificationPolicy.BUILTIN, null);
        TlsSocketStrategy tls =
                (socket, host, port, attachment, context) ->
                        verified.upgrade(socket, HostNames.ascii(host), port, attachment, context);
        DefaultHttpClientConnectionOperator operator =
                new DefaultHttpClientConnectionOperator(
                        sockets,
                        null,
                        resolver,
                        RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        PoolingHttpClientConnectionManager manager =
                new PoolingHttpClientConnectionManager(
                        operator,
                        PoolConcurrencyPolicy.STRICT,
                        PoolReusePolicy.LIFO,
                        TimeValue.NEG_ONE_MILLISECOND,
                        socket -> new QuietConnection(LIMITS));
        manager.setMaxTotal(CONNECTIONS);
        manager.setDefaultMaxPerRoute(CONNECTIONS);
        manager.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connectTimeout).build());
        manager.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .setIdleTimeout(LONGEST_IDLE)
                        .setTimeToLive(LONGEST_LIFE)
                        .build());
        return manager;
    }

    private static Timeout timeout(Duration time) {
        return Timeout.ofMilliseconds(Math.max(1, time.toMillis()));
    }
}
