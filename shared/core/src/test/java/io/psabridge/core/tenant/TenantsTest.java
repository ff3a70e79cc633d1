package io.psabridge.core.tenant;

import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.core.audit.AuditEvent;
import io.psabridge.core.audit.AuditFilter;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.db.DatabaseException;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tenants there are, told by what they do. */
class TenantsTest {

    private static final String REMEMBERS = "INSERT INTO tenant ";

    private static Core core;

    @BeforeAll
    static void start() {
        core = Core.start();
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void aTenantIsKnownByTheFirstThingItTries() {
        TenantId newcomer = new TenantId("newcomer");

        pausesNothing(newcomer);

        assertThat(all()).contains(newcomer);
        assertThat(actions(newcomer)).containsExactly("connection.pause");
    }

    @Test
    void anErasedTenantThatComesBackIsANewOne() {
        TenantId erased = new TenantId("erased");
        pausesNothing(erased);
        core.database().execute("DELETE FROM audit_event WHERE tenant_id = 'erased'");
        core.database().execute("DELETE FROM tenant WHERE tenant_id = 'erased'");

        pausesNothing(erased);

        assertThat(all()).contains(erased);
        assertThat(actions(erased)).containsExactly("connection.pause");
    }

    @Test
    void whatARolledBackTransactionKnewIsNotTakenForKnown() {
        TenantId unlucky = new TenantId("unlucky");
        core.database().execute("REVOKE INSERT ON connection FROM psa_bridge_app");
        try {
            assertThatThrownBy(() -> core.connect(unlucky)).isInstanceOf(DatabaseException.class);
        } finally {
            core.database().execute("GRANT INSERT ON connection TO psa_bridge_app");
        }

        ConnectionId connection = core.connect(unlucky);
        core.get(ConnectionService.class).pause(unlucky, ROBIN, connection);

        assertThat(actions(unlucky))
                .containsExactly("connection.pause", "connection.create", "connection.create");
    }

    @Test
    void whoeverUsesAConnectionIsNotRememberedAgain() {
        TenantId known = new TenantId("known");
        ConnectionId connection = core.connect(known);
        NoteTarget target = new NoteTarget(connection, core.psa().world().ticket(), null);
        post(known, target);
        long moment = core.database().now();

        post(known, target);
        core.get(ConnectionService.class).pause(known, ROBIN, connection);

        assertThat(core.database().statementsSince(moment))
                .anyMatch(it -> it.startsWith("INSERT INTO audit_event"))
                .noneMatch(it -> it.contains(REMEMBERS));
    }

    private static void pausesNothing(TenantId tenant) {
        fails(
                ProblemCode.NOT_FOUND,
                () ->
                        core.get(ConnectionService.class)
                                .pause(tenant, ROBIN, new ConnectionId("con_nowhere")));
    }

    private static void post(TenantId tenant, NoteTarget target) {
        core.get(NotePosts.class)
                .post(
                        tenant,
                        ROBIN,
                        target,
                        NewNote.of("Known", Audience.INTERNAL),
                        Attempt.only());
    }

    private static List<TenantId> all() {
        List<TenantId> found = new ArrayList<>();
        core.get(Tenants.class).each(found::add);
        return found;
    }

    private static List<String> actions(TenantId tenant) {
        return core
                .get(AuditLog.class)
                .list(tenant, AuditFilter.ALL, PageRequest.first(50))
                .items()
                .stream()
                .map(AuditEvent::action)
                .toList();
    }
}
