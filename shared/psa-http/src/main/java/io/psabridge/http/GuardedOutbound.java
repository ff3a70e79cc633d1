package io.psabridge.http;

import java.net.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * All calls to PSAs: https to public addresses only, within a deadline and a size, never
 * redirected. Cheap to make: nothing is set up before the first call.
 */
public final class GuardedOutbound implements Outbound, AutoCloseable {

    private final AddressRules rules;
    private final Clients clients;
    private final Watchdog watchdog = new Watchdog();
    private final Outbound calls;

    /** Fails with IllegalStateException when the JVM is set to divert sockets to a SOCKS proxy. */
    public GuardedOutbound(OutboundSettings settings, CallGate gate) {
        this(
                settings,
                gate,
                new SystemLookup(settings.connectTimeout()),
                proxy -> new Socket(Proxy.NO_PROXY), // past every proxy of the JVM's settings
                RetryTime.SYSTEM);
    }

    GuardedOutbound(
            OutboundSettings settings,
            CallGate gate,
            GuardedResolver.Lookup lookup,
            DetachedSocketFactory sockets,
            RetryTime time) {
        if (System.getProperty("socksProxyHost") != null) {
            throw new IllegalStateException(
                    "Remove -DsocksProxyHost: it would carry calls past the check of addresses");
        }
        rules = new AddressRules(settings.allowedOrigins());
        clients =
                new Clients(() ->
                        new ClientFactory(new GuardedResolver(rules, lookup), sockets, settings));
        Outbound exchanges = new Exchanges(clients, watchdog, settings.maxBodyBytes());
        Outbound limited = new LimitedOutbound(exchanges, gate, new Places(settings, watchdog));
        calls = new RetryingOutbound(limited, gate, time);
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        rules.check(call.uri());
        CallRules.check(call);
        return calls.send(call);
    }

    /** Ends the connections; calls that still run fail. */
    @Override
    public void close() {
        clients.close();
        watchdog.close();
    }
}
