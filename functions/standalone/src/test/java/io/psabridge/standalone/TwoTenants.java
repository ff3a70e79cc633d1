package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * A running product with two tenants: an owner who has one of everything that the API's description
 * can name, and an intruder who has nothing and knows all of the owner's ids, cursors and
 * idempotency keys.
 */
final class TwoTenants implements AutoCloseable {

    static final String INTRUDER = "intruder";

    /** They name nothing that somebody has. */
    static final Set<String> WITHOUT_IDS =
            Set.of(
                    "get /health",
                    "get /health/live",
                    "get /v1/providers",
                    "post /v1/connections",
                    "post /v1/connect-sessions");

    private static final String OWNER = "owner";
    private static final String TENANT_TABLES =
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p')"
                    + " AND c.relnamespace = 'public'::regnamespace ORDER BY 1";

    private final TestDatabase database;
    private final ConnectWiseSandbox sandbox;
    private final RunningProduct product;
    private final String owner;
    private final String intruder;
    private final List<DescribedOperation> operations;
    private final Belongings theirs;
    private final Map<String, String> cursors = new HashMap<>();

    private TwoTenants(TestDatabase database, ConnectWiseSandbox sandbox, RunningProduct product)
            throws Exception {
        this.database = database;
        this.sandbox = sandbox;
        this.product = product;
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
    }

    static TwoTenants start(Path home) throws Exception {
        TestDatabase database = TestDatabase.empty();
        ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
        Map<String, String> variables = new HashMap<>(RunningProduct.on(database));
        variables.put("PSA_BRIDGE_GUESS_LIMIT", "off"); // they verify and rotate all the time
        TwoTenants tenants =
                new TwoTenants(database, sandbox, RunningProduct.start(home, sandbox, variables));
        tenants.useKeys();
        tenants.findCursors();
        return tenants;
    }

    List<DescribedOperation> operations() {
        return operations;
    }

    /** Those that can name something of the owner's. */
    List<DescribedOperation> walked() {
        return operations.stream().filter(it -> !WITHOUT_IDS.contains(it.name())).toList();
    }

    Belongings theirs() {
        return theirs;
    }

    /** The owner's, by the name of the list. */
    Map<String, String> cursors() {
        return cursors;
    }

    TestDatabase database() {
        return database;
    }

    Answer asOwner(DescribedOperation operation, String query, String key) throws Exception {
        return send(operation, theirs, owner, query, key);
    }

    Answer asOwnerWithoutKey(DescribedOperation operation) throws Exception {
        return product.send(
                operation.method(), theirs.path(operation), owner, theirs.body(operation));
    }

    Answer asIntruder(DescribedOperation operation, Belongings ids, String query, String key)
            throws Exception {
        return send(operation, ids, intruder, query, key);
    }

    /** The key that the owner used there. */
    static String key(DescribedOperation operation) {
        return "key of " + operation.name();
    }

    /** The query that asks for the most. */
    static String mostOf(DescribedOperation operation) {
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

    /** The owner does with a key whatever takes one, so that each key has an answer to give. */
    private void useKeys() throws Exception {
        for (DescribedOperation operation : walked()) {
            if (operation.takesKey()) {
                Answer answer = asOwner(operation, "", key(operation));
                assertThat(answer.status()).as(operation + " " + answer).isBetween(200, 202);
            }
        }
    }

    private void findCursors() throws Exception {
        for (DescribedOperation operation : operations) {
            if (operation.takesQuery("cursor")) {
                Answer answer = asOwner(operation, "?limit=1", "");
                cursors.put(operation.name(), answer.get("nextCursor"));
            }
        }
    }

    /** No row of the owner's changes, and the PSA is not asked. */
    void nothingChangesWhile(Walk walk) throws Exception {
        Map<String, List<String>> before = rowsOfTheOwner();
        int calls = sandbox.received().size();

        walk.run();

        assertThat(rowsOfTheOwner()).isEqualTo(before);
        assertThat(sandbox.received()).as("calls to the PSA").hasSize(calls);
    }

    /** Runs a statement on each table that has tenants, which stands as {@code %s} in it. */
    void onTenantTables(String statement) throws Exception {
        for (String table : texts(TENANT_TABLES)) {
            database.execute(String.format(statement, table));
        }
    }

    private Map<String, List<String>> rowsOfTheOwner() throws Exception {
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : texts(TENANT_TABLES)) {
            rows.put(
                    table,
                    texts(
                            String.format(
                                    "SELECT t::text FROM %s t WHERE tenant_id = '%s' ORDER BY 1",
                                    table, OWNER)));
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

    @Override
    public void close() {
        product.close();
        sandbox.close();
        database.close();
    }

    /** Some requests. */
    interface Walk {
        void run() throws Exception;
    }
}
