package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Row;

/** Tells those who registered that a record changed. */
public interface CallbackSender {

    /**
     * Called after each change of a record that callbacks can be registered for.
     *
     * @param type such as {@code ticket}
     * @param action {@code added}, {@code updated} or {@code deleted}
     */
    void changed(ApiKey by, String type, String action, Row row);
}
