package io.psabridge.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Tokens of other implementations, as an import meets them. */
class ForeignFernetTokensTest {

    private static final String KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
    private static final String GOOD =
            "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    private final FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate() + "," + KEY);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/fernet/tokens.csv",
            delimiter = ';',
            quoteCharacter = '\'',
            useHeadersInDisplayName = true)
    void theyOpenUnlessSomethingIsWrongWithThem(String name, long now, String token, String plain) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        if ("<refused>".equals(plain)) {
            refuses(ring, token, clock);
        } else {
            assertThat(new String(ring.open(token, clock), StandardCharsets.UTF_8))
                    .isEqualTo(plain == null ? "" : plain);
        }
    }

    @Test
    void eachChangedCharacterAndEachTruncationIsRefused() {
        Clock clock = Clock.systemUTC();
        for (int i = 0; i < GOOD.length(); i++) {
            String changed =
                    GOOD.substring(0, i)
                            + (GOOD.charAt(i) == 'A' ? 'B' : 'A')
                            + GOOD.substring(i + 1);
            refuses(ring, changed, clock);
            refuses(ring, GOOD.substring(0, i), clock);
        }
    }

    @Test
    void aRingWithoutItsKeyRefuses() {
        refuses(FernetKeyRing.of(FernetKeyRing.generate()), GOOD, Clock.systemUTC());
    }

    private static void refuses(FernetKeyRing ring, String token, Clock clock) {
        assertThatThrownBy(() -> ring.open(token, clock))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageNotContaining("hello");
    }
}
