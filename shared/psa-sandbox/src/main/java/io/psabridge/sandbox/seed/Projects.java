package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The tickets of one project, which live on a route of their own. */
final class Projects {

    private static final int PROJECT_TICKETS = 12;

    private Projects() {}

    static void fill(Shelf shelf, Instant today, Random random) {
        for (int i = 0; i < PROJECT_TICKETS; i++) {
            projectTicket(shelf, 47_310 + i, today.minus(Duration.ofDays(30L - i)), random);
        }
    }

    private static void projectTicket(Shelf shelf, long id, Instant entered, Random random) {
        String when = Site.stamp(entered);
        shelf.put(
                Tables.PROJECT_TICKETS,
                id,
                "summary",
                "Switch rollout, floor " + (id - 47_309),
                "isIssueFlag",
                false,
                "board",
                shelf.to("BoardReference", 24),
                "status",
                shelf.to("ServiceStatusReference", 540 + random.nextInt(2)),
                "project",
                Json.object("id", 88L, "name", "Harbour Street move"),
                "phase",
                Json.object("id", 401L, "name", "Cabling"),
                "wbsCode",
                "2." + (id - 47_309),
                "company",
                shelf.to("CompanyReference", Customers.FIRST_COMPANY),
                "owner",
                shelf.to("MemberReference", 115),
                "closedFlag",
                false,
                "_info",
                Json.object(
                        "lastUpdated",
                        when,
                        "updatedBy",
                        "obrindle",
                        "dateEntered",
                        when,
                        "enteredBy",
                        "obrindle"));
    }
}
