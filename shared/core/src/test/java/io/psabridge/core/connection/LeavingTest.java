package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.ProblemCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that is deleted: its keys are nowhere, and stay so when a backup comes back. */
class LeavingTest {

    private Core core;
    private ConnectionService connections;

    @BeforeEach
    void start() {
        core = Core.start();
        connections = core.get(ConnectionService.class);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void itsWrappedKeyAndItsContentAreInNoTable() throws SQLException {
        ConnectionId gone = core.connect(NORTH);
        ConnectionId stays = core.connect(NORTH);
        SealedCredentials sealed = sealed(gone);
        String key = HexFormat.of().formatHex(sealed.wrappedKey());
        String content = HexFormat.of().formatHex(sealed.content());
        assertThat(tablesWith(key)).containsExactly("connection");
        assertThat(tablesWith(content)).containsExactly("connection");

        connections.delete(NORTH, ROBIN, gone);

        assertThat(tablesWith(key)).isEmpty();
        assertThat(tablesWith(content)).isEmpty();
        assertThat(core.get(CredentialVault.class).remembered()).isZero();
        assertThat(connections.verify(NORTH, ROBIN, stays).ok()).isTrue();
    }

    @Test
    void whoKeepsSomethingOfItIsToldInTheSameTransaction() {
        ConnectionId id = core.connect(NORTH);
        Witness witness = new Witness();
        try (ApplicationContext process = core.beside(Map.of(), witness)) {
            ConnectionService service = process.getBean(ConnectionService.class);

            witness.refuses = true;
            assertThatThrownBy(() -> service.delete(NORTH, ROBIN, id)).hasMessage("not yet");
            assertThat(connections.verify(NORTH, ROBIN, id).ok()).isTrue();

            witness.refuses = false;
            service.delete(NORTH, ROBIN, id);
            assertThat(witness.seen).containsExactly(NORTH + "/" + id, NORTH + "/" + id);
            fails(ProblemCode.NOT_FOUND, () -> connections.get(NORTH, id));
        }
    }

    @Test
    void theListOfTheDeletedNamesThoseOfAllTenantsAndNoOthers() {
        ConnectionId north = core.connect(NORTH);
        ConnectionId south = core.connect(SOUTH);
        core.connect(SOUTH);
        connections.delete(NORTH, ROBIN, north);
        connections.delete(SOUTH, ROBIN, south);

        assertThat(core.get(DeletedConnections.class).all())
                .extracting(DeletedConnection::connection)
                .containsExactly(north, south);
    }

    @Test
    void whatABackupBroughtBackIsDeletedAgain() throws SQLException {
        ConnectionId back = core.connect(NORTH);
        ConnectionId stays = core.connect(NORTH);
        String key = HexFormat.of().formatHex(sealed(back).wrappedKey());
        List<DeletedConnection> gone =
                List.of(
                        new DeletedConnection(NORTH, back, Instant.now()),
                        new DeletedConnection(NORTH, new ConnectionId("con_later"), Instant.now()),
                        new DeletedConnection(SOUTH, stays, Instant.now()),
                        new DeletedConnection(new TenantId("unknown"), back, Instant.now()));
        DeletedConnections deleted = core.get(DeletedConnections.class);

        assertThat(deleted.deleteAgain(gone)).isEqualTo(1);
        assertThat(deleted.deleteAgain(gone)).isZero();

        fails(ProblemCode.NOT_FOUND, () -> connections.get(NORTH, back));
        assertThat(tablesWith(key)).isEmpty();
        assertThat(connections.verify(NORTH, ROBIN, stays).ok()).isTrue();
    }

    private SealedCredentials sealed(ConnectionId id) {
        return core.get(ConnectionReader.class).get(NORTH, id).sealed();
    }

    /** Which tables have a row with these bytes in any column. */
    private List<String> tablesWith(String hex) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (java.sql.Connection connection = core.database().connect();
                Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery(
                                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                                        + " AND relnamespace = 'public'::regnamespace")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables.stream()
                .filter(table ->
                        core.count(
                                        "SELECT count(*) FROM "
                                                + table
                                                + " t WHERE t::text LIKE '%"
                                                + hex
                                                + "%'")
                                > 0)
                .toList();
    }

    private static final class Witness implements ConnectionLeaving {

        private final List<String> seen = new ArrayList<>();
        private boolean refuses;

        @Override
        public void leaving(TenantId tenant, ConnectionId connection) {
            seen.add(tenant + "/" + connection);
            if (refuses) {
                throw new IllegalStateException("not yet");
            }
        }
    }
}
