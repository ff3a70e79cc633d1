package io.psabridge.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this process was told to run.
 *
 * @param port 0 for any free one
 * @param publicUrl base of links; absent when it follows from the port
 * @param database a PostgreSQL of one's own; absent for the embedded one
 */
record Settings(
        int port,
        InetAddress bindAddress,
        Path home,
        Optional<URI> publicUrl,
        Optional<Database> database,
        boolean sandbox,
        boolean devTokens) {

    /** Fails with {@link BadConfiguration} at the first variable that cannot be used. */
    static Settings from(Variables variables) {
        Settings settings =
                new Settings(
                        variables.number("PORT", 8080, 0, 65535),
                        address(variables.text("BIND_ADDRESS").orElse("127.0.0.1")),
                        home(variables),
                        variables.text("PSA_BRIDGE_PUBLIC_URL").map(Settings::publicUrl),
                        Database.from(variables),
                        variables.onOff("PSA_BRIDGE_SANDBOX"),
                        variables.onOff("PSA_BRIDGE_DEV_TOKENS"));
        settings.keepDevTokensLocal();
        return settings;
    }

    private void keepDevTokensLocal() {
        if (!devTokens) {
            return;
        }
        if (!bindAddress.isLoopbackAddress()) {
            throw new BadConfiguration(
                    "PSA_BRIDGE_DEV_TOKENS=on hands out tokens to everybody who can reach it, so"
                            + " BIND_ADDRESS must be a loopback address such as 127.0.0.1");
        }
        if (publicUrl.isPresent() && !Loopback.isNamedBy(publicUrl.get().getHost())) {
            throw new BadConfiguration(
                    "PSA_BRIDGE_DEV_TOKENS=on hands out tokens to everybody who can reach it, so"
                            + " PSA_BRIDGE_PUBLIC_URL must be a loopback URL or be left out");
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new BadConfiguration(
                    "BIND_ADDRESS must be an address of this machine, such as 127.0.0.1", e);
        }
    }

    private static Path home(Variables variables) {
        return variables
                .text("PSA_BRIDGE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".psa-bridge"))
                .toAbsolutePath()
                .normalize();
    }

    private static URI publicUrl(String text) {
        try {
            URI url = URI.create(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new BadConfiguration(MUST_BE_URL, e);
        }
        throw new BadConfiguration(MUST_BE_URL);
    }

    private static final String MUST_BE_URL =
            "PSA_BRIDGE_PUBLIC_URL must be a URL such as https://psa.example.com";
}
