package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import java.io.PrintStream;

/** What a person reads once the process serves. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, HttpAddress address, BridgeSettings settings) {
        out.println("PSA Bridge is ready: " + address.url());
        if (settings.devTokens()) {
            out.println(
                    "Get a token: curl -s "
                            + address.url()
                            + "/dev/tokens -H 'Content-Type: application/json' -d '{\"tenantId\":\"demo\"}'");
        }
        out.println("Read about it: " + address.url() + "/docs");
        out.flush();
    }
}
