package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.spi.Audience;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant chose for a connection.
 *
 * @param defaultBoardId where new tickets go that name no board
 * @param defaultNoteAudience what a page preselects; never applied by the API
 * @param statusIntents per board id, the status id that each intent means there
 */
@Serdeable
record SettingsView(
        @Nullable String defaultBoardId,
        @Nullable String defaultNoteAudience,
        @Nullable Map<String, Map<String, String>> statusIntents) {

    static SettingsView of(ConnectionSettings settings) {
        Audience audience = settings.defaultNoteAudience();
        return new SettingsView(
                settings.defaultBoardId(),
                audience == null ? null : audience.wireName(),
                settings.statusIntents());
    }
}
