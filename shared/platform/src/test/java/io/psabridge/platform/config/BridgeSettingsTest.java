package io.psabridge.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeSettingsTest {

    @Test
    void theDefaultsAreThoseOfOneMachine() {
        BridgeSettings settings = BridgeSettings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.home())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".psa-bridge"));
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.databaseUser()).isEmpty();
        assertThat(settings.databasePassword()).isEmpty();
        assertThat(settings.kmsKeyId()).isEmpty();
        assertThat(settings.workQueueUrl()).isEmpty();
        assertThat(settings.metricsPort()).isEmpty();
        assertThat(settings.metricsBindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.fernetKeys()).isEmpty();
        assertThat(settings.connectWiseClientId()).isEmpty();
        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.allowedPsaHosts()).isEmpty();
        assertThat(settings.jwtIssuers()).isEmpty();
        assertThat(settings.jwtAudience()).isEmpty();
        assertThat(settings.tenantClaim()).isEqualTo("tenant_id");
        assertThat(settings.devTokens()).isFalse();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.requestBudget()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.settleTime()).isEmpty();
        assertThat(settings.guessLimit()).contains(new GuessLimit(30, 20));
        assertThat(settings.returnOrigins()).isEmpty();
    }

    @Test
    void everyVariableIsReadByItsName() {
        BridgeSettings settings =
                BridgeSettings.from(
                        Map.ofEntries(
                                Map.entry("PORT", "0"),
                                Map.entry("BIND_ADDRESS", "0.0.0.0"),
                                Map.entry("PSA_BRIDGE_HOME", "/data"),
                                Map.entry("DATABASE_URL", "jdbc:postgresql://db/psa"),
                                Map.entry("DATABASE_USER", "owner"),
                                Map.entry("DATABASE_PASSWORD", "pw"),
                                Map.entry("KMS_KEY_ID", "alias/psa"),
                                Map.entry("WORK_QUEUE_URL", "https://sqs.example/1/work"),
                                Map.entry("METRICS_PORT", "9464"),
                                Map.entry("METRICS_BIND_ADDRESS", "10.0.0.1"),
                                Map.entry("PSA_BRIDGE_FERNET_KEYS", "a,b"),
                                Map.entry("CONNECTWISE_CLIENT_ID", "client"),
                                Map.entry("PSA_BRIDGE_SANDBOX", "on"),
                                Map.entry(
                                        "PSA_BRIDGE_ALLOWED_PSA_HOSTS",
                                        "http://127.0.0.1:9001, https://psa.local"),
                                Map.entry(
                                        "PSA_BRIDGE_JWT_ISSUERS",
                                        "https://a.example,http://127.0.0.1:9"),
                                Map.entry("PSA_BRIDGE_JWT_AUDIENCE", "bridge"),
                                Map.entry("PSA_BRIDGE_TENANT_CLAIM", "org"),
                                Map.entry("PSA_BRIDGE_DEV_TOKENS", "on"),
                                Map.entry("PSA_BRIDGE_PUBLIC_URL", "https://bridge.example"),
                                Map.entry("PSA_REQUEST_BUDGET_MS", "500"),
                                Map.entry("PSA_BRIDGE_SETTLE_SECONDS", "3"),
                                Map.entry("PSA_BRIDGE_GUESS_LIMIT", "5/2"),
                                Map.entry(
                                        "PSA_BRIDGE_RETURN_ORIGINS",
                                        "https://app.example, http://localhost:3000")));

        assertThat(settings.port()).isZero();
        assertThat(settings.bindAddress()).isEqualTo("0.0.0.0");
        assertThat(settings.home()).isEqualTo(Path.of("/data"));
        assertThat(settings.databaseUrl()).contains("jdbc:postgresql://db/psa");
        assertThat(settings.databaseUser()).contains("owner");
        assertThat(settings.databasePassword()).contains("pw");
        assertThat(settings.kmsKeyId()).contains("alias/psa");
        assertThat(settings.metricsPort()).contains(9464);
        assertThat(settings.metricsBindAddress()).isEqualTo("10.0.0.1");
        assertThat(settings.workQueueUrl()).contains(URI.create("https://sqs.example/1/work"));
        assertThat(settings.fernetKeys()).contains("a,b");
        assertThat(settings.connectWiseClientId()).contains("client");
        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.allowedPsaHosts())
                .containsExactly(
                        URI.create("http://127.0.0.1:9001"), URI.create("https://psa.local"));
        assertThat(settings.jwtIssuers())
                .containsExactly(URI.create("https://a.example"), URI.create("http://127.0.0.1:9"));
        assertThat(settings.jwtAudience()).contains("bridge");
        assertThat(settings.tenantClaim()).isEqualTo("org");
        assertThat(settings.devTokens()).isTrue();
        assertThat(settings.publicUrl()).contains(URI.create("https://bridge.example"));
        assertThat(settings.requestBudget()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.settleTime()).contains(Duration.ofSeconds(3));
        assertThat(settings.guessLimit()).contains(new GuessLimit(5, 2));
        assertThat(settings.returnOrigins())
                .containsExactly(
                        URI.create("https://app.example"), URI.create("http://localhost:3000"));
    }

    @Test
    void guessesAreNotLimitedWhereThatIsOff() {
        assertThat(BridgeSettings.from(Map.of("PSA_BRIDGE_GUESS_LIMIT", "off")).guessLimit())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,http",
        "PORT,65536",
        "PORT,-1",
        "DATABASE_URL,postgres://db/psa",
        "WORK_QUEUE_URL,work",
        "METRICS_PORT,off",
        "PSA_BRIDGE_SANDBOX,yes",
        "PSA_BRIDGE_DEV_TOKENS,true",
        "PSA_BRIDGE_ALLOWED_PSA_HOSTS,127.0.0.1:9001",
        "PSA_BRIDGE_ALLOWED_PSA_HOSTS,http://user@127.0.0.1",
        "PSA_BRIDGE_JWT_ISSUERS,http://issuer.example",
        "PSA_BRIDGE_JWT_ISSUERS,not a url",
        "PSA_BRIDGE_PUBLIC_URL,ftp://x",
        "PSA_REQUEST_BUDGET_MS,0",
        "PSA_REQUEST_BUDGET_MS,1s",
        "PSA_BRIDGE_SETTLE_SECONDS,-1",
        "PSA_BRIDGE_GUESS_LIMIT,30",
        "PSA_BRIDGE_GUESS_LIMIT,0/20",
        "PSA_BRIDGE_GUESS_LIMIT,none",
        "PSA_BRIDGE_RETURN_ORIGINS,app.example",
        "PSA_BRIDGE_RETURN_ORIGINS,https://app.example/path",
    })
    void aWrongValueIsRefusedByName(String name, String value) {
        assertThatThrownBy(() ->
                        BridgeSettings.from(Map.of(name, value, "PSA_BRIDGE_JWT_AUDIENCE", "a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void issuersNeedAnAudience() {
        assertThatThrownBy(() ->
                        BridgeSettings.from(Map.of("PSA_BRIDGE_JWT_ISSUERS", "https://a.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PSA_BRIDGE_JWT_AUDIENCE is missing");
    }
}
