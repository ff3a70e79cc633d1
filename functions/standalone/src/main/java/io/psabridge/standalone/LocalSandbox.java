package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** The sandbox PSA on loopback, at the same port each time, and allowed as a PSA. */
final class LocalSandbox {

    private static final String ALLOWED = "PSA_BRIDGE_ALLOWED_PSA_HOSTS";

    private LocalSandbox() {}

    /** Starts it when it is on; empty when it is off. */
    static Optional<ConnectWiseSandbox> fill(
            Map<String, String> variables, BridgeSettings settings, Home home, Lifetime lifetime) {
        if (!settings.sandbox()) {
            return Optional.empty();
        }
        ConnectWiseSandbox sandbox = lifetime.add(start(home));
        variables.merge(ALLOWED, sandbox.origin(), (given, origin) -> given + "," + origin);
        if (settings.connectWiseClientId().isEmpty()) {
            variables.put(
                    "CONNECTWISE_CLIENT_ID", sandbox.credentials().getOrDefault("clientId", ""));
        }
        return Optional.of(sandbox);
    }

    private static ConnectWiseSandbox start(Home home) {
        String port = home.secret("sandbox-port").readOrCreate(() -> Integer.toString(freePort(0)));
        try {
            return ConnectWiseSandbox.start(
                    SandboxSettings.usual().withPort(freePort(Integer.parseInt(port))));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox did not start", e);
        }
    }

    /** The wanted port if it is free, else any that is. */
    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new UncheckedIOException(e);
            }
            return freePort(0);
        }
    }
}
