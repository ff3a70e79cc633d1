package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Opaque cursors: the last key of a page, bound to tenant, connection, route and filter. */
@Singleton
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int MAX_LENGTH = 1_000;

    private final CursorKey key;

    Cursors(CursorKey key) {
        this.key = key;
    }

    public String encode(CursorScope scope, String lastKey) {
        byte[] last = lastKey.getBytes(StandardCharsets.UTF_8);
        byte[] cursor =
                ByteBuffer.allocate(MAC_BYTES + last.length)
                        .put(mac(scope, last))
                        .put(last)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The last key again; fails with {@code invalid_cursor} for any other list's cursor. */
    public String decode(CursorScope scope, String cursor) {
        byte[] bytes = bytes(cursor);
        byte[] last = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, MAC_BYTES), mac(scope, last))) {
            throw invalid();
        }
        return new String(last, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (cursor.length() <= MAX_LENGTH && bytes.length >= MAC_BYTES) {
                return bytes;
            }
            throw invalid();
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private byte[] mac(CursorScope scope, byte[] last) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            return mac.doFinal(bound(scope, last));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 does not work here", e);
        }
    }

    /**
     * Everything that the cursor is bound to, each part with its length, so that none runs into the
     * next.
     */
    private static byte[] bound(CursorScope scope, byte[] last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TenantId tenant = scope.tenant();
        add(out, tenant.value());
        add(out, scope.connection());
        add(out, scope.route());
        for (Map.Entry<String, String> selected : new TreeMap<>(scope.filter()).entrySet()) {
            add(out, selected.getKey());
            add(out, selected.getValue());
        }
        out.writeBytes(last);
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private static Problem invalid() {
        return Problem.of(ProblemCode.INVALID_CURSOR)
                .detail("The cursor was not given out for this list with this filter")
                .fix("Start again without a cursor")
                .build();
    }
}
