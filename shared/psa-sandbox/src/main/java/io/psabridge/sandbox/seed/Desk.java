package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Six hundred tickets of the last months with their notes. */
final class Desk {

    private static final long SEED = 815;
    private static final int TICKETS = 600;
    private static final long FIRST_TICKET = 48_201;
    private static final long[][] STATUSES = {
        {510, 511, 512, 513, 513, 513, 514}, {520, 521, 522, 529, 529}, {530, 531, 539, 539, 539}
    };
    private static final String[] WHAT = {
        "Printer in the tea room prints only the left half",
        "Cannot sign in after holiday",
        "Laptop for a new starter",
        "Scanner sends blank pages",
        "VPN drops at 17:00",
        "Neue Tastatur für den Empfang",
        "領収書プリンターの紙詰まり",
        "Не открывается почта",
        "Disk 95% full",
        "[URGENT] till offline",
        "Badge reader beeps twice",
        "Wi-Fi weak on floor 3",
        "Replace 15\" monitor",
        "Backup finished with warnings",
        "Phone has no dial tone",
        "Move two desks to the annexe",
        "Certificate expires soon",
        "Shared mailbox is missing",
        "Cannot open \\\\fileserver\\plans",
        "Projector shows pink",
        "Spam from our own address",
        "Password reset",
        "Slow since the update",
        "Keyboard layout keeps changing"
    };
    private static final String[] SAID = {
        "It started this morning.", "Restarted it, no change.", "Works again, thank you!",
        "Waiting for the part.", "Called back, nobody there.", "Der Kunde meldet sich morgen.",
        "Same as last month, see the older ticket.", "Checked the cable: loose.", "再起動で直りました。"
    };

    private Desk() {}

    static void fill(Site site) {
        Shelf shelf = new Shelf(site);
        Random random = new Random(SEED);
        Instant today = site.clock().now().truncatedTo(ChronoUnit.DAYS);
        long note = 90_200;
        for (int i = 0; i < TICKETS; i++) {
            long age = (long) (TICKETS - i) * 4 * 60 + random.nextInt(200);
            Instant entered = today.minus(Duration.ofMinutes(age));
            ticket(shelf, site, FIRST_TICKET + i, entered, random);
            for (int notes = 1 + random.nextInt(3); notes > 0; notes--) {
                note(shelf, note++, FIRST_TICKET + i, entered.plusSeconds(600L * notes), random);
            }
        }
        Projects.fill(shelf, today, random);
    }

    private static void ticket(Shelf shelf, Site site, long id, Instant entered, Random random) {
        int board = random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2);
        long status = STATUSES[board][random.nextInt(STATUSES[board].length)];
        long contact = Customers.FIRST_CONTACT + random.nextInt(Customers.CONTACTS - 3);
        long company = Customers.companyOf(contact);
        boolean closed = status == 513 || status == 529 || status == 539;
        String updated = Site.stamp(entered.plusSeconds(60L * random.nextInt(180)));
        Map<String, Object> ticket =
                Json.object(
                        "summary",
                        WHAT[random.nextInt(WHAT.length)],
                        "recordType",
                        "ServiceTicket",
                        "board",
                        shelf.to("BoardReference", 21 + board),
                        "status",
                        shelf.to("ServiceStatusReference", status),
                        "company",
                        shelf.to("CompanyReference", company),
                        "site",
                        shelf.to("SiteReference", company + 1_000),
                        "siteName",
                        "Main",
                        "contact",
                        shelf.to("ContactReference", contact),
                        "contactName",
                        shelf.to("ContactReference", contact).getOrDefault("name", ""),
                        "contactEmailAddress",
                        Contacts.mail(site, contact),
                        "priority",
                        shelf.to("PriorityReference", 2 + random.nextInt(4)),
                        "serviceLocation",
                        shelf.to("ServiceLocationReference", 1 + random.nextInt(2)),
                        "source",
                        shelf.to("ServiceSourceReference", random.nextBoolean() ? 2 : 3),
                        "severity",
                        "Medium",
                        "impact",
                        "Medium",
                        "externalXRef",
                        "",
                        "poNumber",
                        "",
                        "customerUpdatedFlag",
                        false,
                        "automaticEmailContactFlag",
                        true,
                        "automaticEmailResourceFlag",
                        false,
                        "automaticEmailCcFlag",
                        false,
                        "closedFlag",
                        closed,
                        "actualHours",
                        random.nextInt(8) / 4.0,
                        "approved",
                        true,
                        "location",
                        shelf.to("SystemLocationReference", 2),
                        "department",
                        shelf.to("SystemDepartmentReference", 10));
        if (random.nextInt(10) < 7) {
            long owner = 114L + random.nextInt(25);
            ticket.put("owner", shelf.to("MemberReference", owner));
            ticket.put(
                    "resources", shelf.to("MemberReference", owner).getOrDefault("identifier", ""));
        }
        if (board == 0) {
            ticket.put("type", shelf.to("ServiceTypeReference", 71 + random.nextInt(2)));
        }
        if (closed) {
            ticket.put("closedDate", updated);
            ticket.put("closedBy", "tferro");
        }
        ticket.put("customFields", customFields());
        ticket.put(
                "_info",
                Json.object(
                        "lastUpdated",
                        updated,
                        "updatedBy",
                        "tferro",
                        "dateEntered",
                        Site.stamp(entered),
                        "enteredBy",
                        "EmailConnector"));
        shelf.put(Tables.TICKETS, id, ticket);
    }

    private static void note(Shelf shelf, long id, long ticket, Instant at, Random random) {
        int place = random.nextInt(3);
        String when = Site.stamp(at);
        shelf.put(
                Tables.NOTES,
                id,
                "ticketId",
                ticket,
                "text",
                SAID[random.nextInt(SAID.length)],
                "detailDescriptionFlag",
                place == 0,
                "internalAnalysisFlag",
                place == 1,
                "resolutionFlag",
                place == 2,
                "issueFlag",
                false,
                "member",
                shelf.to("MemberReference", 114 + random.nextInt(25)),
                "customerUpdatedFlag",
                false,
                "processNotifications",
                false,
                "dateCreated",
                when,
                "createdBy",
                "tferro",
                "internalFlag",
                true,
                "externalFlag",
                false,
                "_info",
                Json.object("lastUpdated", when, "updatedBy", "tferro"));
    }

    private static List<Object> customFields() {
        return List.of(
                Json.object(
                        "id",
                        7L,
                        "caption",
                        "Vendor Ticket Number",
                        "type",
                        "Text",
                        "entryMethod",
                        "EntryField",
                        "numberOfDecimals",
                        0L,
                        "value",
                        Json.NULL),
                Json.object(
                        "id",
                        8L,
                        "caption",
                        "Übergabe geprüft",
                        "type",
                        "Checkbox",
                        "entryMethod",
                        "EntryField",
                        "numberOfDecimals",
                        0L,
                        "value",
                        false));
    }
}
