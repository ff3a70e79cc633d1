package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.ProviderId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialVaultTest {

    private static final CredentialOwner OWNER =
            new CredentialOwner(NORTH, new ConnectionId("con_1"), new ProviderId("memory"), 3);
    private static final Credentials SECRETS =
            Credentials.of(Map.of("user", "u", "key", "canary-5b1"));

    private final FernetKeyRing ring = FernetKeyRing.of(FernetKeyRing.generate());

    @Test
    void whatWasSealedOpensForItsOwner() {
        SealedCredentials sealed = vault().seal(OWNER, SECRETS);

        Credentials opened = vault().open(OWNER, sealed);

        assertThat(opened.require("key").expose()).isEqualTo("canary-5b1");
        assertThat(opened.fields()).isEqualTo(SECRETS.fields());
    }

    @ParameterizedTest
    @MethodSource("others")
    void itOpensForNobodyElse(CredentialOwner other) {
        SealedCredentials sealed = vault().seal(OWNER, SECRETS);

        assertThatThrownBy(() -> vault().open(other, sealed))
                .isInstanceOf(KeyRefusedException.class);
    }

    static Stream<CredentialOwner> others() {
        return Stream.of(
                new CredentialOwner(SOUTH, OWNER.connection(), OWNER.provider(), 3),
                new CredentialOwner(NORTH, new ConnectionId("con_2"), OWNER.provider(), 3),
                new CredentialOwner(NORTH, OWNER.connection(), new ProviderId("other"), 3),
                new CredentialOwner(NORTH, OWNER.connection(), OWNER.provider(), 4));
    }

    @Test
    void aKeyOfAnotherConnectionDoesNotOpenIt() {
        SealedCredentials mine = vault().seal(OWNER, SECRETS);
        SealedCredentials theirs = vault().seal(OWNER, SECRETS);

        assertThatThrownBy(() ->
                        vault().open(
                                        OWNER,
                                        new SealedCredentials(theirs.wrappedKey(), mine.content())))
                .isInstanceOf(KeyRefusedException.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        SealedCredentials sealed = vault().seal(OWNER, SECRETS);
        for (int i = 0; i < sealed.content().length; i++) {
            byte[] tampered = sealed.content().clone();
            tampered[i] ^= 1;
            assertThatThrownBy(() ->
                            vault().open(
                                            OWNER,
                                            new SealedCredentials(sealed.wrappedKey(), tampered)))
                    .isInstanceOf(KeyRefusedException.class)
                    .hasMessageNotContaining("canary-5b1");
        }
    }

    @Test
    void twoSealingsOfTheSameShareNothing() {
        SealedCredentials one = vault().seal(OWNER, SECRETS);
        SealedCredentials two = vault().seal(OWNER, SECRETS);

        assertThat(one.content()).isNotEqualTo(two.content());
        assertThat(one.wrappedKey()).isNotEqualTo(two.wrappedKey());
        assertThat(one.toString()).isEqualTo("SealedCredentials");
    }

    /** Without anything opened before. */
    private CredentialVault vault() {
        return new CredentialVault(ring, new Sealer(), ObjectMapper.getDefault());
    }
}
