package io.psabridge.benchmark;

import org.jspecify.annotations.Nullable;

/** What was measured; null for a part that was left out. */
record Findings(
        @Nullable Calls calls,
        @Nullable Throughput throughput,
        @Nullable Neighbours neighbours,
        @Nullable Startup startup,
        @Nullable Cold cold) {}
