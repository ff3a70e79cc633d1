package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundSettingsTest {

    @Test
    void defaults() {
        assertThat(OutboundSettings.DEFAULTS)
                .isEqualTo(
                        new OutboundSettings(
                                List.of(),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                8_388_608,
                                4,
                                Duration.ofSeconds(1)));
    }

    @Test
    void originsAreReadAsAVariableHoldsThem() {
        assertThat(OutboundSettings.origins(" http://127.0.0.1:9001, https://psa.local:8443/ ,"))
                .containsExactly("http://127.0.0.1:9001", "https://psa.local:8443/");
        assertThat(OutboundSettings.origins("")).isEmpty();
    }

    @Test
    void anOriginIsSchemeHostAndPort() {
        for (String wrong :
                List.of(
                        "127.0.0.1:9001",
                        "http://127.0.0.1:9001/path",
                        "http://127.0.0.1?x",
                        "http://user:password@127.0.0.1:9001",
                        "http://0177.0.0.1:9001",
                        "http://127.1:9001",
                        "ftp://127.0.0.1",
                        "http://*.example.com",
                        "http://[::1%lo]:9001",
                        "*",
                        "")) {
            assertThatThrownBy(() -> OutboundSettings.DEFAULTS.withAllowedOrigins(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("An allowed origin looks like http://127.0.0.1:9001")
                    .hasMessageNotContaining("password");
        }
    }

    @Test
    void limitsMakeSense() {
        OutboundSettings settings = OutboundSettings.DEFAULTS;

        assertThatThrownBy(() -> settings.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> settings.withMaxBodyBytes(0)).hasMessageContaining("maxBodyBytes");
        assertThatThrownBy(() -> settings.withCallsAtOnce(0, Duration.ZERO))
                .hasMessageContaining("callsAtOnce");
        assertThatThrownBy(() -> settings.withCallsAtOnce(1, Duration.ofSeconds(-1)))
                .hasMessageContaining("placeWait");
    }
}
