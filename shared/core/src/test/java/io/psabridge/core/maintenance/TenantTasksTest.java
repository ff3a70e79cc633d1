package io.psabridge.core.maintenance;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.DeletedConnections;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantTasksTest {

    private Core core;

    @BeforeEach
    void start() {
        core = Core.start();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void whatBelongedToAConnectionGoesThirtyDaysAfterIt() {
        ConnectionId gone = withRows(NORTH);
        ConnectionId recent = withRows(NORTH);
        ConnectionId stays = withRows(SOUTH);
        core.get(ConnectionService.class).delete(NORTH, ROBIN, gone);
        core.get(ConnectionService.class).delete(NORTH, ROBIN, recent);
        deletedDaysAgo(gone, 31);
        deletedDaysAgo(recent, 29);

        Map<String, Integer> removed = core.get(TenantTasks.class).purge();

        assertThat(removed)
                .containsEntry("links", 1)
                .containsEntry("notePosts", 1)
                .containsEntry("connections", 1);
        assertThat(rows(gone)).isZero();
        assertThat(rows(recent)).isEqualTo(2);
        assertThat(rows(stays)).isEqualTo(2);
        assertThat(
                        core.count(
                                "SELECT count(*) FROM connection WHERE id = '"
                                        + gone
                                        + "' AND name = '' AND site_host = '' AND psa_account = ''"))
                .isEqualTo(1);
        assertThat(core.get(DeletedConnections.class).all()).hasSize(2);
        assertThat(core.get(TenantTasks.class).purge().values()).containsOnly(0);
    }

    @Test
    void everyOwnerIsAskedForEveryTenantAsThatTenant() {
        core.connect(NORTH);
        core.connect(SOUTH);
        Owner owner = new Owner();
        try (ApplicationContext process = core.beside(Map.of(), owner)) {
            TenantTasks tasks = process.getBean(TenantTasks.class);

            assertThat(tasks.purge()).containsEntry("owner", 2);
            assertThat(tasks.afterRestore()).containsEntry("owner", 4);
        }
        assertThat(owner.asked).containsExactly(NORTH, SOUTH, NORTH, SOUTH);
    }

    private ConnectionId withRows(TenantId tenant) {
        ConnectionId id = core.connect(tenant);
        core.database()
                .execute(
                        """
                        INSERT INTO ticket_link (tenant_id, id, connection_id, ticket_id, record_type,
                            record_id, ticket_summary, ticket_closed, ticket_url, refreshed_at, created_by)
                            VALUES ('%1$s', 'lnk_%2$s', '%2$s', '1', 'alert', '1', 's', false, 'https://h', now(), 'me');
                        INSERT INTO note_post (tenant_id, id, connection_id, ticket_id, sealed_text, audience,
                            notify_customer, psa_note_id, created_at, posted_at, state, attempts)
                            VALUES ('%1$s', 'np_%2$s', '%2$s', '1', 'x', 'internal', false, '1', now(), now(),
                            'posted', 1);
                        """
                                .formatted(tenant, id));
        return id;
    }

    private void deletedDaysAgo(ConnectionId id, int days) {
        core.database()
                .execute(
                        "UPDATE connection SET deleted_at = now() - interval '"
                                + days
                                + " days' WHERE id = '"
                                + id
                                + "'");
    }

    private long rows(ConnectionId id) {
        return core.count("SELECT count(*) FROM ticket_link WHERE connection_id = '" + id + "'")
                + core.count("SELECT count(*) FROM note_post WHERE connection_id = '" + id + "'");
    }

    private static final class Owner implements Purge, AfterRestore {

        private final List<TenantId> asked = new ArrayList<>();

        @Override
        public String name() {
            return "owner";
        }

        @Override
        public int purge(TenantId tenant) {
            asked.add(tenant);
            return 1;
        }

        @Override
        public int afterRestore(TenantId tenant) {
            asked.add(tenant);
            return 2;
        }
    }
}
