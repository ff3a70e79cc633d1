package io.psabridge.core.connection;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.spi.Audience;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant chose for a connection.
 *
 * @param defaultBoardId where new tickets go that name no board
 * @param defaultNoteAudience what a page preselects; never applied by the API
 * @param statusIntents per board id, the status id that each intent means there
 */
@Serdeable
public record ConnectionSettings(
        @Nullable String defaultBoardId,
        @Nullable Audience defaultNoteAudience,
        @Nullable Map<String, Map<String, String>> statusIntents) {

    public static final ConnectionSettings NONE = new ConnectionSettings(null, null, null);

    /** The status id that an intent means on a board, when the tenant chose one. */
    public Optional<String> statusFor(String boardId, String intent) {
        return Optional.ofNullable(statusIntents)
                .map(boards -> boards.get(boardId))
                .map(intents -> intents.get(intent));
    }
}
