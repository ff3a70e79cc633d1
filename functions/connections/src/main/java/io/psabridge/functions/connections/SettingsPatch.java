package io.psabridge.functions.connections;

import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.ticket.StatusIntent;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Audience;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a request changes of a connection's settings. */
final class SettingsPatch {

    private static final String BOARD = "defaultBoardId";
    private static final String AUDIENCE = "defaultNoteAudience";
    private static final String INTENTS = "statusIntents";

    private SettingsPatch() {}

    /** What the member {@code settings} of a body changes; null clears all of them. */
    static UnaryOperator<ConnectionSettings> in(Patch body) {
        if (body.clears("settings")) {
            return now -> ConnectionSettings.NONE;
        }
        return body.object("settings").map(SettingsPatch::of).orElse(UnaryOperator.identity());
    }

    /** Reads all of it before anything changes; fails with {@code invalid_request}. */
    static UnaryOperator<ConnectionSettings> of(Patch patch) {
        patch.allow(Set.of(BOARD, AUDIENCE, INTENTS));
        @Nullable String board = patch.text(BOARD).map(id -> id(BOARD, id)).orElse(null);
        @Nullable Audience audience =
                patch.text(AUDIENCE).map(SettingsPatch::audience).orElse(null);
        @Nullable Map<String, Map<String, String>> intents =
                patch.object(INTENTS).map(SettingsPatch::boards).orElse(null);
        return now ->
                new ConnectionSettings(
                        patch.has(BOARD) ? board : now.defaultBoardId(),
                        patch.has(AUDIENCE) ? audience : now.defaultNoteAudience(),
                        patch.has(INTENTS) ? intents : now.statusIntents());
    }

    private static Audience audience(String name) {
        if (!name.equals(Audience.INTERNAL.wireName())) {
            throw Problem.invalid("settings." + AUDIENCE, "must be internal");
        }
        return Audience.INTERNAL;
    }

    private static Map<String, Map<String, String>> boards(Patch boards) {
        Map<String, Map<String, String>> result = new TreeMap<>();
        for (String board : boards.names()) {
            Patch intents =
                    boards.object(board)
                            .orElseThrow(() ->
                                    Problem.invalid(
                                            "settings." + INTENTS, "has a board without intents"));
            result.put(id(INTENTS, board), intents(intents));
        }
        return result;
    }

    private static Map<String, String> intents(Patch intents) {
        Map<String, String> result = new TreeMap<>();
        for (String intent : intents.names()) {
            if (Arrays.stream(StatusIntent.values()).noneMatch(i -> i.wireName().equals(intent))) {
                throw Problem.invalid("settings." + INTENTS, "has an intent that does not exist");
            }
            intents.text(intent).ifPresent(status -> result.put(intent, id(INTENTS, status)));
        }
        return result;
    }

    private static String id(String field, String id) {
        if (!PathId.isPossible(id)) {
            throw Problem.invalid("settings." + field, "must hold ids of 1 to 100 characters");
        }
        return id;
    }
}
