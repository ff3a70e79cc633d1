package io.psabridge.testing;

import io.psabridge.testing.StatementLog.Executed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of one tenant's transactions, whoever else is at work meanwhile. */
final class TenantStatements {

    private static final String SETS_TENANT = "set_config('psa_bridge.tenant'";

    private TenantStatements() {}

    static List<String> of(String tenant, List<Executed> executed) {
        Map<String, List<Executed>> open = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Executed one : executed) {
            if (one.text().equals("BEGIN")) {
                open.put(one.connection(), new ArrayList<>());
            }
            List<Executed> transaction =
                    open.computeIfAbsent(one.connection(), _ -> new ArrayList<>());
            transaction.add(one);
            if (one.text().equals("COMMIT") || one.text().equals("ROLLBACK")) {
                if (isOf(tenant, transaction)) {
                    transaction.forEach(it -> found.add(it.text()));
                }
                open.remove(one.connection());
            }
        }
        return found;
    }

    private static boolean isOf(String tenant, List<Executed> transaction) {
        return transaction.stream()
                .filter(it -> it.text().contains(SETS_TENANT))
                .anyMatch(it -> it.parameters().equals("$1 = '" + tenant + "'"));
    }
}
