package io.psabridge.core.callback;

import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks.Event;
import java.time.Duration;
import java.util.List;

/** The kinds of work here, and when each is due. */
final class CallbackWork {

    /** Sees to it that the PSA tells us. */
    static final String REGISTER = "callback.register";

    /** Looks for changes that nobody told us of. */
    static final String SWEEP = "callback.sweep";

    /** Follow a hint. */
    static final String TICKET = "callback.ticket";

    static final String MEMBER = "callback.member";

    static final List<String> KINDS = List.of(REGISTER, SWEEP, TICKET, MEMBER);

    static final Duration DAILY = Duration.ofDays(1);
    static final Duration SWEEP_WHEN_TOLD = Duration.ofHours(1);
    static final Duration SWEEP_WHEN_NOT = Duration.ofMinutes(5);

    private static final String REGISTRATIONS = "registrations";
    private static final String TICKETS = "tickets";

    private CallbackWork() {}

    static void registerNow(WorkRepository work, TenantId tenant, String connection) {
        work.add(tenant, connection, REGISTER, REGISTRATIONS);
    }

    static void registerUnlessWatched(WorkRepository work, TenantId tenant, String connection) {
        work.addUnlessThere(tenant, connection, REGISTER, REGISTRATIONS, Duration.ZERO);
    }

    static void sweep(WorkRepository work, TenantId tenant, String connection) {
        work.addUnlessThere(tenant, connection, SWEEP, TICKETS, SWEEP_WHEN_NOT);
    }

    /** Several hints about one record are one piece of work. */
    static void follow(WorkRepository work, TenantId tenant, String connection, Event event) {
        String kind =
                switch (event.topic()) {
                    case TICKET -> TICKET;
                    case MEMBER -> MEMBER;
                };
        work.add(tenant, connection, kind, event.recordId());
    }
}
