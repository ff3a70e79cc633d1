package io.psabridge.core.note;

import org.jspecify.annotations.Nullable;

/** Which note posts a list shows: those that have every value that is given. */
public record NotePostFilter(
        @Nullable NotePostState state, @Nullable String connectionId, @Nullable String ticketId) {}
