package io.psabridge.tck.memory;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back from a PSA in memory, and what can come in its place. */
sealed interface Answer {

    record One(Document document) implements Answer {}

    /**
     * A part of a list.
     *
     * @param elsewhere the way to the next part leads to another host
     */
    record Listing(List<Document> rows, boolean more, boolean elsewhere) implements Answer {}

    /**
     * A refusal or a failure by status.
     *
     * @param json whether the body is the PSA's own, not a gateway's
     */
    record Failed(int status, String body, boolean json, @Nullable Duration retryAfter)
            implements Answer {}

    /** Status 200 and no JSON. */
    record Garbage(String text) implements Answer {}

    record Reset() implements Answer {}

    record Silence() implements Answer {}

    record Redirect() implements Answer {}
}
