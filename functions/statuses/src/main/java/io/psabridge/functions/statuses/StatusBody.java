package io.psabridge.functions.statuses;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.ticket.StatusIntent;
import io.psabridge.core.ticket.StatusTarget;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.RequestCheck;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The status that a ticket should get: exactly one of the three.
 *
 * @param status its name on the ticket's board
 * @param intent resolved, waiting_on_customer, in_progress, new or closed
 */
@Serdeable
record StatusBody(@Nullable String statusId, @Nullable String status, @Nullable String intent) {

    private static final int LONGEST_NAME = 200;

    /** Fails with {@code invalid_request}. */
    StatusTarget toTarget() {
        if (Stream.of(statusId, status, intent).filter(Objects::nonNull).count() != 1) {
            throw Problem.invalid("The body must have exactly one of statusId, status and intent");
        }
        RequestCheck check = new RequestCheck();
        StatusTarget target = target(check);
        check.verify();
        return target;
    }

    private StatusTarget target(RequestCheck check) {
        if (statusId != null) {
            return new StatusTarget.ById(check.id("statusId", statusId));
        }
        if (status != null) {
            return new StatusTarget.ByName(check.text("status", status, LONGEST_NAME));
        }
        return new StatusTarget.ByIntent(
                Arrays.stream(StatusIntent.values())
                        .filter(one -> one.wireName().equals(intent))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "intent",
                                        "must be resolved, waiting_on_customer, in_progress,"
                                                + " new or closed")));
    }
}
