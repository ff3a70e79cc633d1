package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.psabridge.platform.keys.GuardedKeyWrapper;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.ProviderId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every keeper of the keys must do for the vault. */
abstract class CredentialVaultSuite {

    private static final CredentialOwner OWNER =
            new CredentialOwner(NORTH, new ConnectionId("con_1"), new ProviderId("memory"), 3);
    private static final Credentials SECRETS =
            Credentials.of(Map.of("user", "u", "key", "canary-5b1"));

    /** The keeper as it is now. */
    abstract KeyWrapper keys();

    /** Another key becomes the newest; {@link #keys} knows it, and the earlier ones. */
    abstract void rotate();

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

    @Test
    void aTamperedKeyDoesNotOpenIt() {
        SealedCredentials sealed = vault().seal(OWNER, SECRETS);
        for (int i = 0; i < sealed.wrappedKey().length; i++) {
            byte[] tampered = sealed.wrappedKey().clone();
            tampered[i] = (byte) (tampered[i] == 'A' ? 'B' : 'A');
            assertThatThrownBy(() ->
                            vault().open(OWNER, new SealedCredentials(tampered, sealed.content())))
                    .as("byte %s", i)
                    .isInstanceOf(KeyRefusedException.class);
        }
    }

    @Test
    void afterARotationTheNewestWrapsAndAllUnwrap() {
        SealedCredentials before = vault().seal(OWNER, SECRETS);
        assertThat(keys().isNewest(before.wrappedKey())).isTrue();

        rotate();
        SealedCredentials after = vault().seal(OWNER, SECRETS);

        assertThat(vault().open(OWNER, before).require("key").expose()).isEqualTo("canary-5b1");
        assertThat(vault().open(OWNER, after).require("key").expose()).isEqualTo("canary-5b1");
        assertThat(keys().isNewest(before.wrappedKey())).isFalse();
        assertThat(keys().isNewest(after.wrappedKey())).isTrue();
    }

    @Test
    void whatWasOpenedIsInMemoryForFiveMinutesAtMost() {
        AtomicLong now = new AtomicLong();
        GuardedKeyWrapper counted = new GuardedKeyWrapper(keys(), () -> false);
        CredentialVault vault =
                new CredentialVault(counted, new Sealer(), ObjectMapper.getDefault(), now::get);
        SealedCredentials sealed = vault.seal(OWNER, SECRETS);
        long before = counted.calls();

        vault.open(OWNER, sealed);
        now.addAndGet(Duration.ofMinutes(5).minusNanos(1).toNanos());
        vault.open(OWNER, sealed);
        assertThat(counted.calls()).isEqualTo(before + 1);
        assertThat(vault.remembered()).isEqualTo(1);

        now.addAndGet(1);
        assertThat(vault.remembered()).isZero();
        vault.open(OWNER, sealed);
        assertThat(counted.calls()).isEqualTo(before + 2);
        vault.forget(OWNER);
        assertThat(vault.remembered()).isZero();
    }

    @Test
    void anotherVersionIsAnotherPlaceInMemory() {
        CredentialVault vault = vault();
        CredentialOwner next = new CredentialOwner(NORTH, OWNER.connection(), OWNER.provider(), 4);
        vault.open(OWNER, vault.seal(OWNER, SECRETS));

        Credentials rotated = Credentials.of(Map.of("user", "u", "key", "canary-6c2"));
        assertThat(vault.open(next, vault.seal(next, rotated)).require("key").expose())
                .isEqualTo("canary-6c2");
    }

    /** Without anything opened before. */
    private CredentialVault vault() {
        return new CredentialVault(keys(), new Sealer(), ObjectMapper.getDefault());
    }
}
