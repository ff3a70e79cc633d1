package io.psabridge.tck.memory;

import io.psabridge.spi.Callbacks.Event;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a PSA in memory posts: message id, topic, record and what happened, a line each, signed by
 * HMAC-SHA-256 over the bytes.
 */
record MemoryMessage(Event event) {

    private static final String SIGNATURE = "x-memory-signature";
    private static final String HMAC = "HmacSHA256";

    static MemoryMessage about(Topic topic, String recordId, boolean deleted) {
        return new MemoryMessage(new Event(UUID.randomUUID().toString(), topic, recordId, deleted));
    }

    /** Fails with UNEXPECTED_REPLY when it is not of this shape. */
    static MemoryMessage read(Message message) {
        List<String> lines =
                new String(message.body(), StandardCharsets.UTF_8).strip().lines().toList();
        if (lines.size() != 4) {
            throw PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                    .message("The message has " + lines.size() + " lines, not 4")
                    .build();
        }
        return new MemoryMessage(
                new Event(
                        lines.get(0),
                        Topic.valueOf(lines.get(1)),
                        lines.get(2),
                        lines.get(3).equals("deleted")));
    }

    Message signed(String key) {
        byte[] body =
                String.join(
                                "\n",
                                event.messageId(),
                                event.topic().name(),
                                event.recordId(),
                                event.deleted() ? "deleted" : "changed")
                        .getBytes(StandardCharsets.UTF_8);
        return new Message(Map.of(SIGNATURE, signature(key, body)), body);
    }

    static boolean isSigned(Message message, String key) {
        String signature = message.headers().get(SIGNATURE);
        return signature != null
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8),
                        signature(key, message.body()).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
