package io.psabridge.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.StringValidator;
import com.macasaet.fernet.Token;
import io.psabridge.platform.config.ConfigurationException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
            byte[] changed = wrapped.clone();
            changed[i] = (byte) (changed[i] == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> ring.unwrap(changed, CONTEXT))
                    .as("byte %s", i)
                    .isInstanceOf(KeyRefusedException.class);
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

    /** The published vector of the Fernet specification. */
    @Test
    void theLibraryReadsTokensOfOtherImplementations() {
        Token token =
                Token.fromString(
                        "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==");
        Key vector = new Key("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=");

        assertThat(
                        token.validateAndDecrypt(
                                vector,
                                new StringValidator() {
                                    @Override
                                    public Clock getClock() {
                                        return Clock.fixed(
                                                Instant.ofEpochSecond(499_162_800), ZoneOffset.UTC);
                                    }
                                }))
                .isEqualTo("hello");
    }
}
