package io.psabridge.platform.idempotency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of keys and requests, under a key that is derived from the tenant's data key: who has
 * the database alone cannot guess what was sent.
 */
final class Macs {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DERIVED = "idempotency".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    Macs(byte[] dataKey) {
        this.key = mac(dataKey, DERIVED);
    }

    byte[] of(String... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            all.writeBytes(bytes);
        }
        return mac(key, all.toByteArray());
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 does not work here", e);
        }
    }
}
