package io.psabridge.core.key;

import com.github.f4b6a3.ulid.UlidCreator;
import io.psabridge.platform.keys.DataKeys;
import io.psabridge.platform.web.CursorKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The key that binds cursors, one an installation; read with the first cursor. */
@Singleton
final class StoredCursorKey implements CursorKey {

    private static final String PURPOSE = "cursor";

    private final SealedKeys keys;
    private volatile byte @Nullable [] known;

    StoredCursorKey(SealedKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] get() {
        byte[] key = known;
        if (key == null) {
            TokenKeyRow row = keys.newest(PURPOSE, null, StoredCursorKey::fresh);
            key = keys.opened(PURPOSE, row);
            known = key;
        }
        return key;
    }

    private static SealedKeys.Fresh fresh() {
        return new SealedKeys.Fresh(
                "cursor-" + UlidCreator.getUlid().toLowerCase(), null, DataKeys.fresh());
    }
}
