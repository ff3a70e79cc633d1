package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Outbounds as tests make them: nobody waits between tries. */
final class Outbounds {

    static final RetryTime NO_WAIT = new RetryTime(InstantSource.system(), pause -> {}, () -> 0);

    static final DetachedSocketFactory DIRECT = proxy -> new Socket(Proxy.NO_PROXY);

    private Outbounds() {}

    static OutboundSettings allowing(RawServer... servers) {
        return OutboundSettings.DEFAULTS.withAllowedOrigins(
                List.of(servers).stream().map(RawServer::origin).toList());
    }

    static GuardedCalls open(OutboundSettings settings) {
        return new GuardedCalls(
                settings, CallGate.OPEN, new SystemLookup(Duration.ofSeconds(5)), DIRECT, NO_WAIT);
    }

    static OutboundException failure(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(OutboundException.class, call);
    }

    static void assertFails(OutboundException failure, Reason reason, boolean written) {
        Assertions.assertThat(failure).isNotNull();
        Assertions.assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
        Assertions.assertThat(failure.written()).as("written").isEqualTo(written);
        Assertions.assertThat(failure.getMessage()).doesNotContain("secret-key", "c2VjcmV0");
    }
}
