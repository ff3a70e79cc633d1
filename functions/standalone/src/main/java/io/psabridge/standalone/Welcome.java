package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.sandbox.ConnectWiseSandbox;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** What a person reads once the process serves. */
final class Welcome {

    private Welcome() {}

    static void print(
            PrintStream out,
            HttpAddress address,
            BridgeSettings settings,
            Optional<ConnectWiseSandbox> sandbox) {
        out.println("PSA Bridge is ready: " + address.url());
        if (settings.devTokens()) {
            out.println(
                    "Get a token: curl -s "
                            + address.url()
                            + "/dev/tokens -H 'Content-Type: application/json' -d '{\"tenantId\":\""
                            + DemoTenant.ID
                            + "\"}'");
        }
        out.println("Read about it: " + address.url() + "/docs");
        sandbox.ifPresent(psa -> {
            Map<String, String> keys = psa.credentials();
            out.println(
                    "Sandbox ConnectWise: site "
                            + psa.origin()
                            + " companyId "
                            + keys.get("companyId")
                            + " publicKey "
                            + keys.get("publicKey")
                            + " privateKey "
                            + keys.get("privateKey"));
        });
        out.flush();
    }

    static void print(PrintStream out, MetricsServer metrics) {
        out.println("Metrics: " + metrics.url());
        out.flush();
    }
}
