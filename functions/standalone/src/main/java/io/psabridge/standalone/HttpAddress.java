package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the process serves; known before it does, so that links can name it. */
record HttpAddress(InetAddress host, int port) {

    /** The address that the settings name; fails when this machine cannot give it. */
    static HttpAddress of(BridgeSettings settings) {
        InetAddress host = address(settings.bindAddress());
        try (ServerSocket free = new ServerSocket(settings.port(), 1, host)) {
            return new HttpAddress(host, free.getLocalPort());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "PORT "
                            + settings.port()
                            + " on "
                            + settings.bindAddress()
                            + " cannot be used: "
                            + e.getMessage());
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new ConfigurationException(
                    "BIND_ADDRESS must be an address of this machine, not \"" + text + "\"");
        }
    }

    /** The URL for a person on this machine. */
    String url() {
        InetAddress shown = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
        String name = shown.getHostAddress();
        return "http://" + (shown instanceof Inet6Address ? "[" + name + "]" : name) + ":" + port;
    }
}
