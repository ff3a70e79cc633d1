package io.psabridge.tck;

import io.psabridge.spi.TicketField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as the stand-in received it.
 *
 * @param request verb, path, query and body: two requests are the same when this is equal
 * @param write it may change something
 * @param fields which members of a ticket a change named; empty for anything else
 * @param terms how many conditions, page keys too, the PSA's own parser found in a search; absent
 *     when it was none or cannot be told
 * @param signedInAs names the keys that came with it, never shows a secret; absent without keys
 */
public record Received(
        String request,
        boolean write,
        Set<TicketField> fields,
        @Nullable Integer terms,
        @Nullable String signedInAs) {

    public Received {
        fields = Set.copyOf(fields);
    }
}
