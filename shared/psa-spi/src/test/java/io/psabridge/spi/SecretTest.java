package io.psabridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No text form shows a secret. */
class SecretTest {

    private static final String CONTENT = "canary-7Zq-0123456789";

    @Test
    void aSecretPrintsNothingOfItself() {
        assertThat(new Secret(CONTENT)).asString().isEqualTo("[secret]");
        assertThat(new Secret(CONTENT).expose()).isEqualTo(CONTENT);
    }

    @Test
    void aHintIsTheEndOfALongSecretAndNothingOfAShortOne() {
        assertThat(new Secret(CONTENT).hint(4)).isEqualTo("…6789");
        assertThat(new Secret("short").hint(4)).isEqualTo("…");
    }

    @Test
    void credentialsAndAccessPrintNamesOnly() {
        Credentials credentials = Credentials.of(Map.of("key", CONTENT));
        PsaAccess access =
                new PsaAccess(
                        "c1",
                        Site.of("psa.example"),
                        credentials,
                        Deadline.in(Duration.ofSeconds(1)));

        assertThat(credentials).asString().isEqualTo("Credentials[key]");
        assertThat(access.toString()).doesNotContain("canary");
    }

    @Test
    void aBlankCredentialCountsAsAbsent() {
        Credentials credentials = Credentials.of(Map.of("key", " ", "user", "u"));

        assertThat(credentials.fields()).containsExactly("user");
        assertThatThrownBy(() -> credentials.require("key"))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(PsaErrorCode.INVALID_REQUEST))
                .hasMessageContaining("key");
    }

    @Test
    void absentCredentialsAreTakenFromTheOthers() {
        Credentials stored = Credentials.of(Map.of("key", "old", "user", "u"));
        Credentials merged = Credentials.of(Map.of("key", "new")).orElse(stored);

        assertThat(merged.require("key").expose()).isEqualTo("new");
        assertThat(merged.require("user").expose()).isEqualTo("u");
    }
}
