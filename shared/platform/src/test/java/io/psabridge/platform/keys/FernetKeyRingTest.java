package io.psabridge.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.platform.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FernetKeyRingTest {

    private static final Map<String, String> OWNER =
            Map.of("tenant", "north", "connection", "con_1");
    private static final String OLD = FernetKeyRing.generate();
    private static final String NEW = FernetKeyRing.generate();

    private final byte[] key = DataKeys.fresh();
    private final FernetKeyRing ring = FernetKeyRing.of(OLD);

    @Test
    void whatWasWrappedIsUnwrappedWithAnEqualContext() {
        assertThat(ring.unwrap(ring.wrap(key, OWNER), OWNER)).isEqualTo(key);
    }

    @Test
    void anotherContextIsRefused() {
        byte[] wrapped = ring.wrap(key, OWNER);

        for (Map<String, String> other :
                List.of(
                        Map.<String, String>of(),
                        Map.of("tenant", "south", "connection", "con_1"),
                        Map.of("tenant", "north"),
                        Map.of("tenant", "northconnection", "", "con_1"))) {
            assertThatThrownBy(() -> ring.unwrap(wrapped, other))
                    .isInstanceOf(KeyRefusedException.class);
        }
    }

    @Test
    void theNewestKeyWrapsAndTheOldOnesStillUnwrap() {
        byte[] before = ring.wrap(key, OWNER);
        FernetKeyRing rotated = FernetKeyRing.of(NEW + "," + OLD);

        assertThat(rotated.unwrap(before, OWNER)).isEqualTo(key);
        assertThat(FernetKeyRing.of(NEW).unwrap(rotated.wrap(key, OWNER), OWNER)).isEqualTo(key);
        assertThatThrownBy(() -> FernetKeyRing.of(NEW).unwrap(before, OWNER))
                .isInstanceOf(KeyRefusedException.class);
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        byte[] wrapped = ring.wrap(key, OWNER);
        int padding = 2;
        for (int i = 0; i < wrapped.length - padding; i++) {
            byte[] tampered = wrapped.clone();
            tampered[i] = (byte) (tampered[i] == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> ring.unwrap(tampered, OWNER))
                    .isInstanceOf(KeyRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gAAAAA", "not a token", "====", "gAAAAABmAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String token) {
        assertThatThrownBy(() -> ring.unwrap(token.getBytes(StandardCharsets.US_ASCII), OWNER))
                .isInstanceOf(KeyRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAA,AAAA", "0123456789abcdef0123456789abcdef"})
    void whatIsNoKeyIsBadConfigurationAndIsNotShown(String keys) {
        assertThatThrownBy(() -> FernetKeyRing.of(keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PSA_BRIDGE_FERNET_KEYS")
                .hasMessageNotContaining("0123456789abcdef");
    }
}
