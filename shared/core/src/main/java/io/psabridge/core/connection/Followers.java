package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.SafeTrace;
import io.psabridge.spi.Deadline;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who have to do with connections which ones come and go. */
@Singleton
final class Followers {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final List<ConnectionJoining> joining;
    private final List<ConnectionLeaving> leaving;

    Followers(List<ConnectionJoining> joining, List<ConnectionLeaving> leaving) {
        this.joining = joining;
        this.leaving = leaving;
    }

    void joining(TenantId tenant, ConnectionId connection) {
        joining.forEach(one -> one.joining(tenant, connection));
    }

    /** Never fails. */
    void beforeLeaving(ConnectionNow now, Deadline deadline) {
        for (ConnectionLeaving one : leaving) {
            try {
                one.beforeLeaving(now, deadline);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Something of a connection stays in its PSA, which is deleted here",
                        SafeTrace.of(e));
            }
        }
    }

    void leaving(TenantId tenant, ConnectionId connection) {
        leaving.forEach(one -> one.leaving(tenant, connection));
    }
}
