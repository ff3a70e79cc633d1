package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import java.util.Map;

/**
 * The one list that a cursor belongs to.
 *
 * @param connection the connection's id, or empty for a list over all of them
 * @param route the route's template, such as {@code /v1/connections/{id}/tickets}
 * @param filter the query parameters that select, without {@code cursor} and {@code limit}
 */
public record CursorScope(
        TenantId tenant, String connection, String route, Map<String, String> filter) {

    public CursorScope {
        filter = Map.copyOf(filter);
    }
}
