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
        UnaryOperator<@Nullable Map<String, Map<String, String>>> intents = intents(patch);
        return now ->
                new ConnectionSettings(
                        patch.has(BOARD) ? board : now.defaultBoardId(),
                        patch.has(AUDIENCE) ? audience : now.defaultNoteAudience(),
                        intents.apply(now.statusIntents()));
    }

    private static UnaryOperator<@Nullable Map<String, Map<String, String>>> intents(Patch patch) {
        Patch boards = patch.object(INTENTS).orElse(null);
        if (boards == null) {
            return now -> patch.has(INTENTS) ? null : now;
        }
        boards(Map.of(), boards); // complains before anything changes
        return now -> boards(now == null ? Map.of() : now, boards);
    }

    private static Audience audience(String name) {
        if (!name.equals(Audience.INTERNAL.wireName())) {
            throw Problem.invalid("settings." + AUDIENCE, "must be internal");
        }
        return Audience.INTERNAL;
    }

    private static @Nullable Map<String, Map<String, String>> boards(
            Map<String, Map<String, String>> now, Patch boards) {
        Map<String, Map<String, String>> result = new TreeMap<>(now);
        for (String board : boards.names()) {
            Map<String, String> kept = now.getOrDefault(id(INTENTS, board), Map.of());
            Map<String, String> intents =
                    boards.object(board).map(change -> intents(kept, change)).orElse(Map.of());
            if (intents.isEmpty()) {
                result.remove(board);
            } else {
                result.put(board, intents);
            }
        }
        return result.isEmpty() ? null : result;
    }

    private static Map<String, String> intents(Map<String, String> now, Patch intents) {
        Map<String, String> result = new TreeMap<>(now);
        for (String intent : intents.names()) {
            if (Arrays.stream(StatusIntent.values()).noneMatch(i -> i.wireName().equals(intent))) {
                throw Problem.invalid("settings." + INTENTS, "has an intent that does not exist");
            }
            intents.text(intent)
                    .map(status -> id(INTENTS, status))
                    .ifPresentOrElse(
                            status -> result.put(intent, status), () -> result.remove(intent));
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
