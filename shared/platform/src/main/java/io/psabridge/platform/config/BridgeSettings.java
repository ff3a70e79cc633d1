package io.psabridge.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the environment says, with the defaults of one machine. Prints nothing of it. */
public final class BridgeSettings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Environment environment;

    private BridgeSettings(Environment environment) {
        this.environment = environment;
    }

    /** Reads and checks every variable; fails with {@link ConfigurationException}. */
    public static BridgeSettings from(Map<String, String> variables) {
        BridgeSettings settings = new BridgeSettings(new Environment(variables));
        settings.check();
        return settings;
    }

    /** 0 is any free port. */
    public int port() {
        return environment.number("PORT", 0, 65_535).orElse(8080);
    }

    public String bindAddress() {
        return environment.text("BIND_ADDRESS").orElse("127.0.0.1");
    }

    public Path home() {
        return environment
                .text("PSA_BRIDGE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".psa-bridge"));
    }

    /** The JDBC URL of a PostgreSQL of one's own; absent: the embedded one. */
    public Optional<String> databaseUrl() {
        return environment.text("DATABASE_URL");
    }

    public Optional<String> databaseUser() {
        return environment.text("DATABASE_USER");
    }

    public Optional<String> databasePassword() {
        return environment.text("DATABASE_PASSWORD");
    }

    /** Id, ARN or alias of the AWS KMS key that wraps; absent: the local key ring does. */
    public Optional<String> kmsKeyId() {
        return environment.text("KMS_KEY_ID");
    }

    /** The SQS queue in which due work is announced; absent: it is looked for. */
    public Optional<URI> workQueueUrl() {
        return environment.origin("WORK_QUEUE_URL");
    }

    /** Where metrics are served, 0 for any free port; absent: nowhere. */
    public Optional<Integer> metricsPort() {
        return environment.number("METRICS_PORT", 0, 65_535);
    }

    public String metricsBindAddress() {
        return environment.text("METRICS_BIND_ADDRESS").orElse("127.0.0.1");
    }

    /** Comma-separated, the newest first; absent: generated into {@link #home}. */
    public Optional<String> fernetKeys() {
        return environment.text("PSA_BRIDGE_FERNET_KEYS");
    }

    public Optional<String> connectWiseClientId() {
        return environment.text("CONNECTWISE_CLIENT_ID");
    }

    public boolean sandbox() {
        return environment.isOn("PSA_BRIDGE_SANDBOX");
    }

    /** PSA origins that may be private or plain http. */
    public List<URI> allowedPsaHosts() {
        return environment.origins("PSA_BRIDGE_ALLOWED_PSA_HOSTS");
    }

    public List<URI> jwtIssuers() {
        return environment.origins("PSA_BRIDGE_JWT_ISSUERS");
    }

    public Optional<String> jwtAudience() {
        return environment.text("PSA_BRIDGE_JWT_AUDIENCE");
    }

    public String tenantClaim() {
        return environment.text("PSA_BRIDGE_TENANT_CLAIM").orElse("tenant_id");
    }

    public boolean devTokens() {
        return environment.isOn("PSA_BRIDGE_DEV_TOKENS");
    }

    /** The base of links and callbacks; absent: the address that is bound. */
    public Optional<URI> publicUrl() {
        return environment.origin("PSA_BRIDGE_PUBLIC_URL");
    }

    /** How long a request may wait for the PSA. */
    public Duration requestBudget() {
        return Duration.ofMillis(
                environment.number("PSA_REQUEST_BUDGET_MS", 1, 600_000).orElse(8000));
    }

    /** After how long "it is not there" may be believed; absent: what the provider says. */
    public Optional<Duration> settleTime() {
        return environment.number("PSA_BRIDGE_SETTLE_SECONDS", 0, 86_400).map(Duration::ofSeconds);
    }

    /** How often keys may be tried; absent: as often as one likes. */
    public Optional<GuessLimit> guessLimit() {
        return GuessLimit.read("PSA_BRIDGE_GUESS_LIMIT", environment);
    }

    /** The origins to which a connect session may lead back. */
    public List<URI> returnOrigins() {
        String name = "PSA_BRIDGE_RETURN_ORIGINS";
        List<URI> origins = environment.origins(name);
        for (URI origin : origins) {
            if (!origin.getRawPath().isEmpty()) {
                throw Environment.wrong(name, "must be origins, without a path", origin.toString());
            }
        }
        return origins;
    }

    private void check() {
        port();
        sandbox();
        workQueueUrl();
        metricsPort();
        allowedPsaHosts();
        devTokens();
        publicUrl();
        requestBudget();
        settleTime();
        guessLimit();
        returnOrigins();
        jwtIssuers().forEach(BridgeSettings::checkIssuer);
        if (!jwtIssuers().isEmpty() && jwtAudience().isEmpty()) {
            throw new ConfigurationException(
                    "PSA_BRIDGE_JWT_AUDIENCE is missing: tokens of PSA_BRIDGE_JWT_ISSUERS must carry it");
        }
        if (databaseUrl().isPresent() && !databaseUrl().get().startsWith("jdbc:postgresql://")) {
            throw new ConfigurationException("DATABASE_URL must begin with jdbc:postgresql://");
        }
    }

    private static void checkIssuer(URI issuer) {
        boolean loopback = LOOPBACK.contains(issuer.getHost());
        if (!"https".equals(issuer.getScheme()) && !loopback) {
            throw Environment.wrong(
                    "PSA_BRIDGE_JWT_ISSUERS",
                    "must be https, or http on loopback",
                    issuer.toString());
        }
    }
}
