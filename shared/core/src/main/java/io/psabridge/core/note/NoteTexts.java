package io.psabridge.core.note;

import io.psabridge.platform.keys.Sealer;
import io.psabridge.platform.keys.TenantKeys;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Seals note texts under their tenant's key, each bound to its post. */
@Singleton
final class NoteTexts {

    private final TenantKeys keys;
    private final Sealer sealer;

    NoteTexts(TenantKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    SealedText seal(TenantId tenant, NotePostId post, String text) {
        return new SealedText(
                sealer.seal(
                        keys.of(tenant),
                        text.getBytes(StandardCharsets.UTF_8),
                        owner(tenant, post)));
    }

    String open(TenantId tenant, NotePostId post, SealedText sealed) {
        return new String(
                sealer.open(keys.of(tenant), sealed.content(), owner(tenant, post)),
                StandardCharsets.UTF_8);
    }

    private static byte[] owner(TenantId tenant, NotePostId post) {
        return (tenant.value() + "\0" + post.value()).getBytes(StandardCharsets.UTF_8);
    }
}
