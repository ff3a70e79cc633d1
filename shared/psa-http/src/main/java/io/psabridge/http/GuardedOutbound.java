package io.psabridge.http;

import org.jspecify.annotations.Nullable;

/**
 * All calls to PSAs: https to public addresses only, within a deadline and a size, never
 * redirected. Cheap to make: nothing is set up before the first call.
 */
public final class GuardedOutbound implements Outbound, AutoCloseable {

    private final OutboundSettings settings;
    private final CallGate gate;
    private volatile @Nullable GuardedCalls calls;
    private boolean closed;

    /** Fails with IllegalStateException when the JVM is set to divert sockets to a SOCKS proxy. */
    public GuardedOutbound(OutboundSettings settings, CallGate gate) {
        if (System.getProperty("socksProxyHost") != null) {
            throw new IllegalStateException(
                    "Remove -DsocksProxyHost: it would carry calls past the check of addresses");
        }
        this.settings = settings;
        this.gate = gate;
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        GuardedCalls started = calls;
        return (started == null ? start() : started).send(call);
    }

    /** Ends the connections; calls that still run fail. */
    @Override
    public synchronized void close() {
        closed = true;
        if (calls != null) {
            calls.close();
        }
    }

    private synchronized GuardedCalls start() {
        if (closed) {
            throw new IllegalStateException("Outbound calls are closed");
        }
        GuardedCalls started = calls;
        if (started == null) {
            started = new GuardedCalls(settings, gate);
            calls = started;
        }
        return started;
    }
}
