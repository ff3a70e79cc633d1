package io.psabridge.core.key;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.key.RewrapReport.Outcome;
import io.psabridge.core.testing.Core;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.web.CursorKey;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.TicketFilter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All keys move from one ring to the next. The kill in the middle is tried on the built jar. */
class RewrapTest {

    private static final String OLD = FernetKeyRing.generate();
    private static final String NEW = FernetKeyRing.generate();
    private static final byte[] NOTE_KEY = new byte[32];
    private static final Map<String, String> NOTE_CONTEXT =
            Map.of("tenant", "north", "purpose", "note-text");

    private Core core;
    private ConnectionId north;
    private ConnectionId south;

    @BeforeEach
    void sealedUnderTheOldKey() {
        core = Core.start(Map.of("PSA_BRIDGE_FERNET_KEYS", OLD));
        north = core.connect(NORTH);
        south = core.connect(SOUTH);
        core.get(DevTokens.class).sign(NORTH, "robin", Set.of(Scope.READ));
        core.get(CursorKey.class).get();
        core.database()
                .execute(
                        "INSERT INTO tenant_key (tenant_id, wrapped_key) VALUES ('north', '"
                                + new String(
                                        FernetKeyRing.of(OLD).wrap(NOTE_KEY, NOTE_CONTEXT),
                                        US_ASCII)
                                + "')");
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void afterwardsTheNewKeyAloneOpensEverything() throws SQLException {
        byte[] cursorKey = core.get(CursorKey.class).get();

        RewrapReport report = rewrap(NEW + "," + OLD);

        assertThat(report.of(Outcome.WRAPPED_ANEW)).isEqualTo(5);
        assertThat(report.of(Outcome.REFUSED)).isZero();
        try (ApplicationContext later = core.beside(Map.of("PSA_BRIDGE_FERNET_KEYS", NEW))) {
            assertThat(later.getBean(CursorKey.class).get()).isEqualTo(cursorKey);
            later.getBean(DevTokens.class).sign(NORTH, "robin", Set.of(Scope.READ));
            assertThat(tickets(later)).isPositive();
        }
        assertThat(FernetKeyRing.of(NEW).unwrap(noteKey(), NOTE_CONTEXT)).isEqualTo(NOTE_KEY);
    }

    @Test
    void whatTheNewestKeyWrappedIsLeftAlone() {
        rewrap(NEW + "," + OLD);

        RewrapReport again = rewrap(NEW + "," + OLD);

        assertThat(again.of(Outcome.WRAPPED_ANEW)).isZero();
        assertThat(again.of(Outcome.NEWEST_ALREADY)).isEqualTo(5);
    }

    @Test
    void deletedConnectionsHaveNoKeyToWrap() {
        core.get(ConnectionService.class).delete(NORTH, ROBIN, north);

        assertThat(rewrap(NEW + "," + OLD).of(Outcome.WRAPPED_ANEW)).isEqualTo(4);
    }

    @Test
    void aKeyThatDoesNotOpenIsLeftAndTheRestIsDone() {
        core.database()
                .execute("UPDATE connection SET wrapped_key = 'broken' WHERE id = '" + south + "'");

        RewrapReport report = rewrap(NEW + "," + OLD);

        assertThat(report.of(Outcome.REFUSED)).isEqualTo(1);
        assertThat(report.of(Outcome.WRAPPED_ANEW)).isEqualTo(4);
        assertThat(
                        core.count(
                                "SELECT count(*) FROM connection WHERE wrapped_key = 'broken' AND id = '"
                                        + south
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatWasRotatedMeanwhileIsNotOverwritten() {
        TenantTransactions transactions = core.get(TenantTransactions.class);
        WrappedKeyTable table = connections();
        WrappedKey read = transactions.in(NORTH, () -> table.after(NORTH, "", 10)).getFirst();
        core.get(ConnectionService.class)
                .rotate(NORTH, ROBIN, north, Credentials.of(Map.of("user", "somebody else")));

        assertThat(transactions.in(NORTH, () -> table.replace(NORTH, read, new byte[] {1})))
                .isFalse();
        assertThat(rewrap(NEW + "," + OLD).of(Outcome.REFUSED)).isZero();
    }

    private WrappedKeyTable connections() {
        return core.all(WrappedKeyTable.class).stream()
                .filter(one -> one.name().equals("connections"))
                .findFirst()
                .orElseThrow();
    }

    private RewrapReport rewrap(String ring) {
        try (ApplicationContext task = core.beside(Map.of("PSA_BRIDGE_FERNET_KEYS", ring))) {
            return task.getBean(Rewrap.class).run();
        }
    }

    private int tickets(ApplicationContext process) {
        return process.getBean(TicketService.class)
                .search(NORTH, north, TicketFilter.ALL, PageRequest.first(10))
                .value()
                .items()
                .size();
    }

    private byte[] noteKey() throws SQLException {
        try (Connection connection = core.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT wrapped_key FROM tenant_key")) {
            row.next();
            return row.getBytes(1);
        }
    }
}
