package io.psabridge.standalone;

import static io.psabridge.standalone.TwoTenants.INTRUDER;
import static io.psabridge.standalone.TwoTenants.WITHOUT_IDS;
import static io.psabridge.standalone.TwoTenants.key;
import static io.psabridge.standalone.TwoTenants.mostOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another tenant walks over every operation of the API's description: it finds nothing, changes
 * nothing, and is told what it would be told of an id that nobody ever had, by the same way.
 */
class OtherTenantIT {

    @TempDir static Path home;

    private static TwoTenants tenants;

    @BeforeAll
    static void start() throws Exception {
        tenants = TwoTenants.start(home);
    }

    @AfterAll
    static void stop() {
        tenants.close();
    }

    @Test
    void everyOperationIsWalkedOver() {
        assertThat(tenants.operations()).hasSizeGreaterThan(20);
        assertThat(tenants.operations())
                .filteredOn(it -> !it.hasPathIds() && !it.takesQuery("cursor"))
                .filteredOn(it -> tenants.theirs().body(it) == null)
                .extracting(DescribedOperation::name)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_IDS);
        assertThat(tenants.walked())
                .allSatisfy(it ->
                        assertThat(tenants.theirs().body(it) != null).isEqualTo(it.hasBody()));
        assertThat(tenants.operations())
                .filteredOn(it -> it.takesQuery("cursor"))
                .extracting(DescribedOperation::name)
                .containsExactlyInAnyOrderElementsOf(tenants.cursors().keySet());
    }

    @Test
    void theOwnerFindsAllOfIt() throws Exception {
        for (DescribedOperation operation : tenants.walked()) {
            if (operation.verb().equals("get")) {
                Answer answer = tenants.asOwner(operation, "", "");
                assertThat(answer.status()).as(operation + " " + answer).isEqualTo(200);
            }
        }
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        tenants.nothingChangesWhile(OtherTenantIT::findsNothing);
    }

    @Test
    void anotherTenantFindsNothingAlsoWhereTheDatabasesWallIsDown() throws Exception {
        tenants.onTenantTables("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY");
        tenants.onTenantTables("ALTER TABLE %s DISABLE ROW LEVEL SECURITY");
        try {
            tenants.nothingChangesWhile(OtherTenantIT::findsNothing);
        } finally {
            tenants.onTenantTables("ALTER TABLE %s ENABLE ROW LEVEL SECURITY");
            tenants.onTenantTables("ALTER TABLE %s FORCE ROW LEVEL SECURITY");
        }
    }

    /** The application takes the request for the owner's; only the database knows better. */
    @Test
    void anotherTenantFindsNothingAlsoWhereTheApplicationsWallIsDown() throws Exception {
        theTenantIs("'" + INTRUDER + "'");
        try {
            tenants.nothingChangesWhile(() -> {
                for (DescribedOperation operation : tenants.walked()) {
                    seesNothing(operation, tenants.asOwner(operation, "", key(operation)));
                    seesNothing(operation, tenants.asOwnerWithoutKey(operation));
                }
            });
        } finally {
            theTenantIs("nullif(current_setting('psa_bridge.tenant', true), '')");
        }
    }

    /** How long a 404 takes tells nothing when whatever takes time is the same. */
    @Test
    void theWayToNothingIsTheSameForAnothersIdAndForNobodys() throws Exception {
        tenants.nothingChangesWhile(() -> {
            for (DescribedOperation operation : tenants.walked()) {
                if (operation.needsNoToken()) {
                    continue; // a PSA's message is no tenant's until its token is known
                }
                if (operation.hasPathIds() || operation.hasBody()) {
                    String most = mostOf(operation);
                    isTheSameWay(operation, most, most);
                } else {
                    List<String> filters = tenants.theirs().filters(operation);
                    List<String> nobodys = tenants.theirs().nobodys().filters(operation);
                    for (int i = 0; i < filters.size(); i++) {
                        isTheSameWay(operation, filters.get(i), nobodys.get(i));
                    }
                }
            }
        });
    }

    private static void isTheSameWay(DescribedOperation operation, String query, String nobodys)
            throws Exception {
        way(operation, tenants.theirs().nobodys(), nobodys); // what is made once is there then
        List<String> one = way(operation, tenants.theirs(), query);
        List<String> other = way(operation, tenants.theirs().nobodys(), nobodys);

        assertThat(one).as(operation.name()).isNotEmpty().isEqualTo(other);
    }

    /** The statements of one request of the intruder's. */
    private static List<String> way(DescribedOperation operation, Belongings ids, String query)
            throws Exception {
        long moment = tenants.database().now();
        tenants.asIntruder(operation, ids, query, key(operation));
        return tenants.database().statementsSince(moment, INTRUDER);
    }

    /** Where the application mistakes the request, the database's refusal is a fault. */
    private static void seesNothing(DescribedOperation operation, Answer answer) {
        if (answer.status() == 200) {
            assertThat(answer.items()).as(operation.name()).isEmpty();
        } else {
            assertThat(answer.status()).as(operation + " " + answer).isIn(404, 503);
        }
    }

    private static void findsNothing() throws Exception {
        for (DescribedOperation operation : tenants.walked()) {
            if (operation.takesQuery("cursor")) {
                listsNothing(operation);
            }
            if (operation.hasPathIds() || operation.hasBody()) {
                isNotFound(operation);
            }
        }
    }

    private static void isNotFound(DescribedOperation operation) throws Exception {
        String most = mostOf(operation);
        Belongings theirs = tenants.theirs();
        Answer answer = tenants.asIntruder(operation, theirs, most, key(operation));
        Answer nobodys = tenants.asIntruder(operation, theirs.nobodys(), most, "never used");

        assertThat(answer.status()).as(operation + " " + answer).isEqualTo(404);
        assertThat(answer.get("code")).isEqualTo("not_found");
        isTheSame(operation, answer, nobodys);
    }

    private static void listsNothing(DescribedOperation operation) throws Exception {
        Belongings theirs = tenants.theirs();
        String cursor = "?limit=1&cursor=" + tenants.cursors().get(operation.name());
        Answer withTheirs = tenants.asIntruder(operation, theirs, cursor, "");
        assertThat(withTheirs.get("code")).as(operation.name()).isEqualTo("invalid_cursor");
        isTheSame(operation, withTheirs, tenants.asIntruder(operation, theirs, "?cursor=AAAA", ""));
        if (operation.hasPathIds()) {
            return;
        }
        List<String> queries = new ArrayList<>(theirs.filters(operation));
        queries.add("");
        for (String query : queries) {
            for (Object item : tenants.asIntruder(operation, theirs, query, "").items()) {
                // what an intruder tried is an event of its own
                assertThat(operation.path()).isEqualTo("/v1/audit-events");
                Map<?, ?> actor =
                        DescribedOperation.members(DescribedOperation.members(item).get("actor"));
                assertThat(actor.get("sub")).isEqualTo(INTRUDER);
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

    private static void theTenantIs(String expression) {
        tenants.database()
                .execute(
                        "CREATE OR REPLACE FUNCTION psa_bridge_tenant() RETURNS text LANGUAGE sql STABLE"
                                + " RETURN "
                                + expression);
    }
}
