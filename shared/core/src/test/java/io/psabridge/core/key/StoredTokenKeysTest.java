package io.psabridge.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.testing.Core;
import io.psabridge.platform.web.SigningKey;
import io.psabridge.platform.web.TokenKeyStore;
import io.psabridge.platform.web.TokenKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredTokenKeysTest {

    private Core core;
    private TokenKeyStore keys;

    @BeforeEach
    void start() {
        core = Core.start();
        keys = core.get(TokenKeyStore.class);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void everyProcessSignsWithTheSameKey() {
        SigningKey key = keys.current(TokenKind.SESSION);
        Core beside = core.beside();

        SigningKey theirs = beside.get(TokenKeyStore.class).current(TokenKind.SESSION);
        beside.closeBeside();

        assertThat(theirs).isEqualTo(key);
    }

    @Test
    void aNewKeyIsMadeInTimeAndTheOldOneVerifiesUntilItsEnd() {
        SigningKey first = keys.current(TokenKind.SESSION);

        core.database().clockAheadBy(Duration.ofDays(28));
        assertThat(keys.current(TokenKind.SESSION)).isEqualTo(first);

        core.database().clockAheadBy(Duration.ofDays(29).plusMinutes(1));
        SigningKey second = keys.current(TokenKind.SESSION);
        assertThat(second.kid()).isNotEqualTo(first.kid());
        assertThat(keys.find(TokenKind.SESSION, first.kid())).isPresent();

        core.database().clockAheadBy(Duration.ofDays(30).plusMinutes(1));
        assertThat(keys.find(TokenKind.SESSION, first.kid())).isEmpty();
        assertThat(keys.find(TokenKind.SESSION, second.kid())).isPresent();
    }

    @Test
    void aKeyOfOneKindIsNoneOfAnother() {
        SigningKey key = keys.current(TokenKind.DEV);

        assertThat(keys.find(TokenKind.DEV, key.kid())).isPresent();
        assertThat(keys.find(TokenKind.SESSION, key.kid())).isEmpty();
    }
}
