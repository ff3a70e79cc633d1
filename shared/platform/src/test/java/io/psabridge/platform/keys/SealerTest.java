package io.psabridge.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SealerTest {

    private final Sealer sealer = new Sealer();
    private final byte[] key = DataKeys.fresh();
    private final byte[] plain = "secret".getBytes(StandardCharsets.UTF_8);
    private final byte[] owner = "acme/c1".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasSealedOpensForItsOwner() {
        assertThat(sealer.open(key, sealer.seal(key, plain, owner), owner)).isEqualTo(plain);
    }

    @Test
    void theSameContentIsSealedDifferentlyEachTime() {
        assertThat(sealer.seal(key, plain, owner)).isNotEqualTo(sealer.seal(key, plain, owner));
    }

    @Test
    void everyChangedBitIsRefused() {
        byte[] sealed = sealer.seal(key, plain, owner);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> sealer.open(key, changed, owner))
                    .isInstanceOf(KeyRefusedException.class);
        }
    }

    @Test
    void anotherOwnerOrKeyOrATruncatedTextIsRefused() {
        byte[] sealed = sealer.seal(key, plain, owner);

        assertThatThrownBy(() -> sealer.open(key, sealed, new byte[0]))
                .isInstanceOf(KeyRefusedException.class);
        assertThatThrownBy(() -> sealer.open(DataKeys.fresh(), sealed, owner))
                .isInstanceOf(KeyRefusedException.class);
        assertThatThrownBy(() -> sealer.open(key, new byte[5], owner))
                .isInstanceOf(KeyRefusedException.class);
    }

    @Test
    void aKeyIsNeverAskedForInsideATransaction() {
        AtomicBoolean inTransaction = new AtomicBoolean(true);
        GuardedKeyWrapper wrapper =
                new GuardedKeyWrapper(
                        FernetKeyRing.of(FernetKeyRing.generate()), inTransaction::get);

        assertThatThrownBy(() -> wrapper.wrap(key, Map.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(wrapper.calls()).isZero();

        inTransaction.set(false);
        assertThat(wrapper.unwrap(wrapper.wrap(key, Map.of()), Map.of())).isEqualTo(key);
        assertThat(wrapper.calls()).isEqualTo(2);
    }
}
