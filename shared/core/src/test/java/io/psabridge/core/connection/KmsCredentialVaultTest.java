package io.psabridge.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.KeyWrappers;
import io.psabridge.testing.KmsStandIn;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The vault under KMS, over the wire. The stand-in checks the encryption context and the ciphertext
 * as KMS does; rights, signatures and disabled keys it does not know, they are in {@code
 * KmsFailuresTest} with canned answers.
 */
class KmsCredentialVaultTest extends CredentialVaultSuite {

    private static Optional<KmsStandIn> kms = Optional.empty();

    private final String alias = "alias/psa-" + UUID.randomUUID();
    private KeyWrapper keys;

    @BeforeAll
    static void find() {
        kms = KmsStandIn.find();
        assumeTrue(kms.isPresent(), KmsStandIn::whyNot);
        kms.get().useHere();
    }

    @AfterAll
    static void leave() {
        kms.ifPresent(KmsStandIn::leave);
    }

    @BeforeEach
    void newKey() {
        kms.orElseThrow().alias(alias, kms.orElseThrow().newKey());
        keys = KeyWrappers.of(BridgeSettings.from(Map.of("KMS_KEY_ID", alias)));
    }

    @Override
    KeyWrapper keys() {
        return keys;
    }

    /** As an operator does it: the alias moves on, the earlier key stays. */
    @Override
    void rotate() {
        kms.orElseThrow().moveAlias(alias, kms.orElseThrow().newKey());
    }

    @Test
    void aKeyRingBesideItOpensWhatItWrappedAndWrapsNoMore() {
        String ring = FernetKeyRing.generate();
        Map<String, String> context = Map.of("tenant", "north");
        byte[] key = new byte[32];
        byte[] before = FernetKeyRing.of(ring).wrap(key, context);
        KeyWrapper both =
                KeyWrappers.of(
                        BridgeSettings.from(
                                Map.of("KMS_KEY_ID", alias, "PSA_BRIDGE_FERNET_KEYS", ring)));

        byte[] after = both.wrap(key, context);

        assertThat(both.unwrap(before, context)).isEqualTo(key);
        assertThat(both.unwrap(after, context)).isEqualTo(key);
        assertThat(keys.unwrap(after, context)).isEqualTo(key);
        assertThat(both.isNewest(before)).isFalse();
        assertThat(both.isNewest(after)).isTrue();
        assertThatThrownBy(() -> keys.unwrap(before, context))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageContaining("PSA_BRIDGE_FERNET_KEYS");
    }

    @Test
    void aKeyThatIsNotThereIsRefusedByName() {
        KeyWrapper nowhere =
                KeyWrappers.of(BridgeSettings.from(Map.of("KMS_KEY_ID", "alias/nowhere")));

        assertThatThrownBy(() -> nowhere.wrap(new byte[32], Map.of("tenant", "north")))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageContaining("NotFoundException");
    }
}
