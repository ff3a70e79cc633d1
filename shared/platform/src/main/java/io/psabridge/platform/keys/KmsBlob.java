package io.psabridge.platform.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What KMS wrapped, as it is stored: a mark, the id of KMS's key, the ciphertext.
 *
 * @param key without region and account: a key of many regions has one id
 */
@SuppressWarnings("ArrayRecordComponent") // ciphertext; nobody compares it
record KmsBlob(String key, byte[] ciphertext) {

    private static final byte[] MARK = "kms1".getBytes(StandardCharsets.US_ASCII);

    static boolean isOne(byte[] wrapped) {
        return wrapped.length > MARK.length
                && Arrays.equals(wrapped, 0, MARK.length, MARK, 0, MARK.length);
    }

    static KmsBlob of(String keyArn, byte[] ciphertext) {
        return new KmsBlob(id(keyArn), ciphertext);
    }

    private static String id(String keyArn) {
        return keyArn.substring(keyArn.lastIndexOf('/') + 1);
    }

    /** Whether KMS says that this key opened it. */
    boolean isUnder(String keyArn) {
        return id(keyArn).equals(key);
    }

    /** Fails with {@link KeyRefusedException} when it is none. */
    static KmsBlob read(byte[] wrapped) {
        if (!isOne(wrapped)) {
            throw new KeyRefusedException(
                    FernetKeyRing.isToken(wrapped)
                            ? "The data key was wrapped by a local key ring: set"
                                    + " PSA_BRIDGE_FERNET_KEYS beside KMS_KEY_ID until all are"
                                    + " wrapped anew"
                            : "The data key was not wrapped by AWS KMS");
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(wrapped).position(MARK.length);
            byte[] key = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(key);
            byte[] ciphertext = new byte[rest.remaining()];
            rest.get(ciphertext);
            return new KmsBlob(new String(key, StandardCharsets.US_ASCII), ciphertext);
        } catch (BufferUnderflowException e) {
            throw new KeyRefusedException("The data key was cut short");
        }
    }

    byte[] bytes() {
        byte[] name = key.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(MARK.length + Short.BYTES + name.length + ciphertext.length)
                .put(MARK)
                .putShort((short) name.length)
                .put(name)
                .put(ciphertext)
                .array();
    }

    @Override
    public String toString() {
        return "KmsBlob[" + key + "]";
    }
}
