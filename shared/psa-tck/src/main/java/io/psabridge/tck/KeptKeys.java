package io.psabridge.tck;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a signing key in memory, and lets one be fetched as often as it was told. */
public final class KeptKeys implements Callbacks.SigningKeys {

    private @Nullable Secret key;
    private int fetches;

    /**
     * @param fetches how many may be fetched
     */
    public KeptKeys(int fetches) {
        this.fetches = fetches;
    }

    /** One that lets a key be fetched whenever it is wanted. */
    public static KeptKeys unlimited() {
        return new KeptKeys(Integer.MAX_VALUE);
    }

    @Override
    public Optional<Secret> known() {
        return Optional.ofNullable(key);
    }

    @Override
    public boolean mayFetch() {
        return fetches-- > 0;
    }

    @Override
    public void keep(Secret kept) {
        key = kept;
    }
}
