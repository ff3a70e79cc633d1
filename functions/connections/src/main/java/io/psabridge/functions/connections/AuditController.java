package io.psabridge.functions.connections;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.psabridge.core.audit.AuditEvent;
import io.psabridge.core.audit.AuditFilter;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was done to a tenant's things, and by whom. */
@Controller("/v1/audit-events")
final class AuditController {

    private static final String ROUTE = "/v1/audit-events";

    private final AuditLog audit;
    private final Cursors cursors;

    AuditController(AuditLog audit, Cursors cursors) {
        this.audit = audit;
        this.cursors = cursors;
    }

    /**
     * Lists what was tried, the newest first: also what was refused or failed.
     *
     * @param since not before this time
     */
    @Get
    @Allowed(Scope.ADMIN)
    ItemsView<AuditEventView> list(
            Caller caller,
            @QueryValue @Nullable String connectionId,
            @QueryValue @Nullable String since,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        RequestCheck check = new RequestCheck();
        check.optionalId("connectionId", connectionId);
        AuditFilter filter =
                new AuditFilter(connectionId, since == null ? null : time(since, check));
        check.verify();
        Map<String, String> given = new TreeMap<>();
        put(given, "connectionId", connectionId);
        put(given, "since", since);
        Listing listing =
                Listing.of(
                        cursors, new CursorScope(caller.tenant(), "", ROUTE, given), cursor, limit);
        Page<AuditEvent> page =
                audit.list(
                        caller.tenant(), filter, new PageRequest(listing.after(), listing.size()));
        return listing.answer(page.items().stream().map(AuditEventView::of).toList(), page.next());
    }

    private static Instant time(String since, RequestCheck check) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(since);
            if (time.getYear() >= 0 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            check.wrong("since", "must be a time such as 2026-01-31T09:30:00Z");
            return Instant.EPOCH;
        }
        check.wrong("since", "must have a year from 0000 to 9999");
        return Instant.EPOCH;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
