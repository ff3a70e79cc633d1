package io.psabridge.core.link;

import org.jspecify.annotations.Nullable;

/** Which links a list shows: those that have every value that is given. */
public record LinkFilter(
        @Nullable String recordType,
        @Nullable String recordId,
        @Nullable String connectionId,
        @Nullable String ticketId) {}
