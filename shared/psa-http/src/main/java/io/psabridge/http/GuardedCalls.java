package io.psabridge.http;

import java.net.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/** What a call goes through, put together: rules, tries, places, gate, and the exchange itself. */
final class GuardedCalls implements Outbound, AutoCloseable {

    private final AddressRules rules;
    private final Clients clients;
    private final Watchdog watchdog = new Watchdog();
    private final Outbound calls;

    GuardedCalls(OutboundSettings settings, CallGate gate) {
        this(
                settings,
                gate,
                new SystemLookup(settings.connectTimeout()),
                proxy -> new Socket(Proxy.NO_PROXY), // past every proxy of the JVM's settings
                RetryTime.SYSTEM);
    }

    GuardedCalls(
            OutboundSettings settings,
            CallGate gate,
            GuardedResolver.Lookup lookup,
            DetachedSocketFactory sockets,
            RetryTime time) {
        rules = new AddressRules(settings.allowedOrigins());
        GuardedResolver resolver = new GuardedResolver(rules, lookup);
        clients = new Clients(new ClientFactory(resolver, sockets, settings));
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

    @Override
    public void close() {
        clients.close();
        watchdog.close();
    }
}
