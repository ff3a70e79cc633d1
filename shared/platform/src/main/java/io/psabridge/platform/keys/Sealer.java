package io.psabridge.platform.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes with AES-256-GCM: a version byte, a random 96-bit nonce, the ciphertext with its tag.
 */
public final class Sealer {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();

    /** Seals {@code plain}; it opens again only with the same key and the same {@code aad}. */
    public byte[] seal(byte[] dataKey, byte[] plain, byte[] aad) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, dataKey, nonce, aad);
            byte[] sealed = new byte[HEADER_BYTES + cipher.getOutputSize(plain.length)];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    /** Fails with {@link KeyRefusedException} when key, aad or a single bit differ. */
    public byte[] open(byte[] dataKey, byte[] sealed, byte[] aad) {
        if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] != VERSION) {
            throw new KeyRefusedException("This was not sealed here, or by a later version");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, HEADER_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, dataKey, nonce, aad)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (AEADBadTagException e) {
            throw new KeyRefusedException(
                    "The sealed content was changed, or belongs to another owner");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    private static Cipher cipher(int mode, byte[] dataKey, byte[] nonce, byte[] aad)
            throws GeneralSecurityException {
        if (dataKey.length != DataKeys.BYTES) {
            throw new IllegalArgumentException("A data key has 32 bytes");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(dataKey, "AES"),
                new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }
}
