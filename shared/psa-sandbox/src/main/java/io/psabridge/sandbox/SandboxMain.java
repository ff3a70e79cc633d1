package io.psabridge.sandbox;

import java.io.IOException;
import java.util.Map;

/** Runs a sandbox alone: {@code java -jar psa-sandbox.jar --port 9001 [--bind 127.0.0.1]}. */
public final class SandboxMain {

    private static final int BAD_USE = 2;
    private static final int USUAL_PORT = 9001;

    private SandboxMain() {}

    public static void main(String[] arguments) {
        try {
            ConnectWiseSandbox sandbox = ConnectWiseSandbox.start(settings(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            announce(sandbox);
            sandbox.join();
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USE);
        }
    }

    private static SandboxSettings settings(String[] arguments) {
        SandboxSettings settings = SandboxSettings.usual().withPort(USUAL_PORT);
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            settings =
                    switch (arguments[i]) {
                        case "--port" -> settings.withPort(port(value));
                        case "--bind" -> settings.withAddress(value);
                        case "--company" -> settings.withCompany(value, value);
                        default ->
                                throw new IllegalArgumentException(
                                        "Unknown option "
                                                + arguments[i]
                                                + "; there are --port NUMBER, --bind ADDRESS and --company ID");
                    };
        }
        return settings;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(
                    "--port takes a number from 0 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static void announce(ConnectWiseSandbox sandbox) {
        Map<String, String> credentials = sandbox.credentials();
        System.out.println("The ConnectWise sandbox is ready: " + sandbox.origin());
        System.out.println("  companyId   " + credentials.get("companyId"));
        System.out.println("  publicKey   " + credentials.get("publicKey"));
        System.out.println("  privateKey  " + credentials.get("privateKey"));
        System.out.println(
                "  clientId    " + credentials.get("clientId") + " (any other works too)");
        System.out.println("  control     " + sandbox.origin() + "/_sandbox");
    }
}
