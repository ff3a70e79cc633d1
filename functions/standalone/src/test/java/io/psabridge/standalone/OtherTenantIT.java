package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another tenant walks over every operation of the API's description, with the ids, cursors and
 * idempotency keys of a tenant that has one of everything: it finds nothing, changes nothing, and
 * is told what it would be told of an id that nobody ever had.
 */
class OtherTenantIT {

    private static final String OWNER = "owner";
    private static final String INTRUDER = "intruder";

    /** They name nothing that somebody has. */
    private static final Set<String> WITHOUT_IDS =
            Set.of(
                    "get /health",
                    "get /health/live",
                    "get /v1/providers",
                    "post /v1/connections",
                    "post /v1/connect-sessions");

    private static final String TENANT_TABLES =
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p')"
                    + " AND c.relnamespace = 'public'::regnamespace ORDER BY 1";

    private final TestDatabase database = TestDatabase.empty();
    private final ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();

    private RunningProduct product;
    private List<DescribedOperation> operations;
    private Belongings theirs;
    private Map<String, String> cursors;
    private String owner;
    private String intruder;

    @TempDir Path home;

    OtherTenantIT() throws Exception {}

    @BeforeEach
    void ownedByATenant() throws Exception {
        product =
                RunningProduct.start(
                        home,
                        sandbox,
                        Map.of(
                                "DATABASE_URL", database.url(),
                                "DATABASE_USER", database.user(),
                                "DATABASE_PASSWORD", database.password(),
                                "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate()));
        owner = product.admin(OWNER);
        intruder =
                product.send(
                                "POST",
                                "/dev/tokens",
                                null,
                                Map.of("tenantId", INTRUDER, "sub", INTRUDER))
                        .get("token");
        operations = DescribedOperation.of(product);
        theirs = Belongings.make(product, owner, sandbox.demo());
        useKeys();
        cursors = cursors();
    }

    @AfterEach
    void stop() {
        product.close();
        sandbox.close();
        database.close();
    }

    @Test
    void everyOperationIsWalkedOver() {
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(operations)
                .filteredOn(it -> !it.hasPathIds() && !it.takesQuery("cursor"))
                .filteredOn(it -> theirs.body(it) == null)
                .extracting(DescribedOperation::name)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_IDS);
        assertThat(operations)
                .filteredOn(it -> !WITHOUT_IDS.contains(it.name()))
                .allSatisfy(it -> assertThat(theirs.body(it) != null).isEqualTo(it.hasBody()));
        assertThat(operations)
                .filteredOn(it -> it.takesQuery("cursor"))
                .extracting(DescribedOperation::name)
                .containsExactlyInAnyOrderElementsOf(cursors.keySet());
    }

    @Test
    void theOwnerFindsAllOfIt() throws Exception {
        for (DescribedOperation operation : walked()) {
            if (operation.verb().equals("get")) {
                Answer answer = send(operation, theirs, owner, "", "");
                assertThat(answer.status()).as(operation + " " + answer).isEqualTo(200);
            }
        }
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        nothingChangesWhile(this::findsNothing);
    }

    @Test
    void anotherTenantFindsNothingAlsoWhereTheDatabasesWallIsDown() throws Exception {
        for (String table : texts(TENANT_TABLES)) {
            database.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            database.execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
        }

        nothingChangesWhile(this::findsNothing);
    }

    /** The application takes the request for the owner's; only the database knows better. */
    @Test
    void anotherTenantFindsNothingAlsoWhereTheApplicationsWallIsDown() throws Exception {
        database.execute(
                "CREATE OR REPLACE FUNCTION psa_bridge_tenant() RETURNS text LANGUAGE sql STABLE"
                        + " RETURN '"
                        + INTRUDER
                        + "'");

        nothingChangesWhile(() -> {
            for (DescribedOperation operation : walked()) {
                seesNothing(operation, send(operation, theirs, owner, "", key(operation)));
                seesNothing(operation, keyless(operation));
            }
        });
    }

    /** Where the application mistakes the request, the database's refusal is a fault. */
    private static void seesNothing(DescribedOperation operation, Answer answer) {
        if (answer.status() == 200) {
            assertThat(answer.items()).as(operation.name()).isEmpty();
        } else {
            assertThat(answer.status()).as(operation + " " + answer).isIn(404, 503);
        }
    }

    private Answer keyless(DescribedOperation operation) throws Exception {
        return product.send(
                operation.method(), theirs.path(operation), owner, theirs.body(operation));
    }

    private void findsNothing() throws Exception {
        for (DescribedOperation operation : walked()) {
            if (operation.takesQuery("cursor")) {
                listsNothing(operation);
            }
            if (operation.hasPathIds() || operation.hasBody()) {
                isNotFound(operation);
            }
        }
    }

    private void isNotFound(DescribedOperation operation) throws Exception {
        String most = mostOf(operation);
        Answer answer = send(operation, theirs, intruder, most, key(operation));
        Answer nobodys = send(operation, theirs.nobodys(), intruder, most, "never used");

        assertThat(answer.status()).as(operation + " " + answer).isEqualTo(404);
        assertThat(answer.get("code")).isEqualTo("not_found");
        isTheSame(operation, answer, nobodys);
    }

    private void listsNothing(DescribedOperation operation) throws Exception {
        String cursor = "?limit=1&cursor=" + cursors.get(operation.name());
        Answer withTheirs = send(operation, theirs, intruder, cursor, "");
        assertThat(withTheirs.get("code")).as(operation.name()).isEqualTo("invalid_cursor");
        isTheSame(operation, withTheirs, send(operation, theirs, intruder, "?cursor=AAAA", ""));
        if (operation.hasPathIds()) {
            return;
        }
        List<String> queries = new ArrayList<>(theirs.filters(operation));
        queries.add("");
        for (String query : queries) {
            for (Object item : send(operation, theirs, intruder, query, "").items()) {
                // what an intruder tried is an event of its own
                assertThat(operation.path()).isEqualTo("/v1/audit-events");
                assertThat(
                                DescribedOperation.members(
                                                DescribedOperation.members(item).get("actor"))
                                        .get("sub"))
                        .isEqualTo(INTRUDER);
            }
        }
    }

    private static void isTheSame(DescribedOperation operation, Answer one, Answer other) {
        assertThat(told(one)).as(operation.name()).isEqualTo(told(other));
        assertThat(headers(one)).as(operation.name()).isEqualTo(headers(other));
    }

    private static Map<String, Object> told(Answer answer) {
        Map<String, Object> told = new HashMap<>(answer.json());
        told.remove("requestId");
        told.remove("instance");
        return told;
    }

    private static Set<String> headers(Answer answer) {
        return new TreeSet<>(answer.response().headers().map().keySet());
    }

    private List<DescribedOperation> walked() {
        return operations.stream().filter(it -> !WITHOUT_IDS.contains(it.name())).toList();
    }

    /** The query that asks for the most. */
    private static String mostOf(DescribedOperation operation) {
        if (operation.takesQuery("refresh")) {
            return "?refresh=true";
        }
        return operation.takesQuery("include") ? "?include=raw" : "";
    }

    private Answer send(
            DescribedOperation operation, Belongings ids, String token, String query, String key)
            throws Exception {
        String path = ids.path(operation) + query;
        Object body = ids.body(operation);
        return operation.takesKey()
                ? product.once(key, path, token, body)
                : product.send(operation.method(), path, token, body);
    }

    private static String key(DescribedOperation operation) {
        return "key of " + operation.name();
    }

    /** The owner does with a key whatever takes one, so that each key has an answer to give. */
    private void useKeys() throws Exception {
        for (DescribedOperation operation : walked()) {
            if (operation.takesKey()) {
                Answer answer = send(operation, theirs, owner, "", key(operation));
                assertThat(answer.status()).as(operation + " " + answer).isBetween(200, 202);
            }
        }
    }

    /** A cursor of the owner's for each list. */
    private Map<String, String> cursors() throws Exception {
        Map<String, String> found = new HashMap<>();
        for (DescribedOperation operation : operations) {
            if (operation.takesQuery("cursor")) {
                Answer answer = send(operation, theirs, owner, "?limit=1", "");
                found.put(operation.name(), answer.get("nextCursor"));
            }
        }
        return found;
    }

    private void nothingChangesWhile(Walk walk) throws Exception {
        Map<String, List<String>> before = rowsOfTheOwner();
        int calls = sandbox.received().size();

        walk.run();

        assertThat(rowsOfTheOwner()).isEqualTo(before);
        assertThat(sandbox.received()).as("calls to the PSA").hasSize(calls);
    }

    private Map<String, List<String>> rowsOfTheOwner() throws Exception {
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : texts(TENANT_TABLES)) {
            rows.put(
                    table,
                    texts(
                            "SELECT t::text FROM "
                                    + table
                                    + " t WHERE tenant_id = '"
                                    + OWNER
                                    + "' ORDER BY 1"));
        }
        assertThat(rows).hasSizeGreaterThan(8);
        return rows;
    }

    private List<String> texts(String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Some requests. */
    private interface Walk {
        void run() throws Exception;
    }
}
