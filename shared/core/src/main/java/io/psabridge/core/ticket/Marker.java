package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a ticket carries in the PSA, so that it is found again by the key it was made with. */
record Marker(String value) {

    private static final String VERSION = "pb1-";
    private static final int HEX_DIGITS = 32;

    static Marker of(TenantId tenant, ConnectionId connection, String key) {
        String named = String.join("\0", tenant.value(), connection.value(), key);
        String hash = HexFormat.of().formatHex(sha256(named.getBytes(StandardCharsets.UTF_8)));
        return new Marker(VERSION + hash.substring(0, HEX_DIGITS));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
