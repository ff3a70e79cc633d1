package io.psabridge.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.platform.config.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FernetKeyRingTest {

    private static final Map<String, String> CONTEXT = Map.of("tenant", "acme", "connection", "c1");

    private final byte[] key = DataKeys.fresh();

    @Test
    void whatWasWrappedIsUnwrappedWithAnEqualContext() {
        FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate());

        assertThat(ring.unwrap(ring.wrap(key, CONTEXT), Map.copyOf(CONTEXT))).isEqualTo(key);
    }

    @Test
    void anotherContextIsRefused() {
        FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate());
        byte[] wrapped = ring.wrap(key, CONTEXT);

        assertThatThrownBy(
                        () -> ring.unwrap(wrapped, Map.of("tenant", "globex", "connection", "c1")))
                .isInstanceOf(KeyRefusedException.class);
        assertThatThrownBy(() -> ring.unwrap(wrapped, Map.of()))
                .isInstanceOf(KeyRefusedException.class);
        assertThatThrownBy(() -> ring.unwrap(ring.wrap(key, Map.of("a", "bc")), Map.of("ab", "c")))
                .isInstanceOf(KeyRefusedException.class);
    }

    @Test
    void everyChangedByteIsRefused() {
        FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate());
        byte[] wrapped = ring.wrap(key, CONTEXT);

        for (int i = 0; i < wrapped.length; i++) {
            for (byte other : "AB_=".getBytes(US_ASCII)) {
                byte[] changed = wrapped.clone();
                changed[i] = other;
                if (other != wrapped[i]) {
                    assertThatThrownBy(() -> ring.unwrap(changed, CONTEXT))
                            .as("byte %s", i)
                            .isInstanceOf(KeyRefusedException.class);
                }
            }
        }
    }

    @Test
    void theNewestWrapsAndAllUnwrap() {
        String old = FernetKeyRing.generate();
        String fresh = FernetKeyRing.generate();
        byte[] before = FernetKeyRing.of(old).wrap(key, CONTEXT);
        FernetKeyRing ring = FernetKeyRing.of(fresh + ", " + old);

        assertThat(ring.unwrap(before, CONTEXT)).isEqualTo(key);
        assertThat(FernetKeyRing.of(fresh).unwrap(ring.wrap(key, CONTEXT), CONTEXT)).isEqualTo(key);
        assertThatThrownBy(() -> FernetKeyRing.of(fresh).unwrap(before, CONTEXT))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageContaining("not in the ring");
    }

    @Test
    void itKnowsWhatItsNewestKeyWrapped() {
        String old = FernetKeyRing.generate();
        byte[] before = FernetKeyRing.of(old).wrap(key, CONTEXT);
        FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate() + "," + old);

        assertThat(ring.isNewest(before)).isFalse();
        assertThat(ring.isNewest(ring.wrap(key, CONTEXT))).isTrue();
        assertThat(ring.isNewest("something else".getBytes(US_ASCII))).isFalse();
    }

    @Test
    void aMalformedKeyIsAConfigurationErrorThatDoesNotShowIt() {
        assertThatThrownBy(() -> FernetKeyRing.of("c2VjcmV0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void nothingPrintsAKey() {
        String secret = FernetKeyRing.generate();

        assertThat(FernetKeyRing.of(secret).toString()).isEqualTo("FernetKeyRing[1 keys]");
    }
}
