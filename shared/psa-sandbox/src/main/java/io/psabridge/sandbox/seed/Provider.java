package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.Locale;
import java.util.Map;

/** The service provider itself: lookup lists, boards, people. */
final class Provider {

    private static final long FIRST_MEMBER = 114;
    private static final String[] PEOPLE = {
        "Tamsin Ferro",
        "Oluwaseun Brindle",
        "Zoë Quint",
        "小茶 林",
        "Ragnhild Osk",
        "Bartek Wilga",
        "Ines Camarinha",
        "Dmitri Lagutin",
        "Priya Vellanki",
        "Corwin Ashdale",
        "Marisol Tejeda",
        "Haruki Shiomi",
        "Femke Rozeboom",
        "Idris Kalunga",
        "Saoirse Mulhern",
        "Jonas Kvist",
        "Leilani Makoa",
        "Tobias Grünwald",
        "Nadia Benkacem",
        "Emeka Udoji",
        "Astrid Fjeld",
        "Pavel Hruška",
        "Yasmin Tabari",
        "Gideon Marsh",
        "Lucía Arrieta"
    };

    private Provider() {}

    static void settle(Site site) {
        Shelf shelf = new Shelf(site);
        Lookups.settle(shelf);
        Boards.settle(shelf);
        people(shelf);
    }

    private static void people(Shelf shelf) {
        for (int i = 0; i < PEOPLE.length; i++) {
            String first = PEOPLE[i].substring(0, PEOPLE[i].indexOf(' '));
            String last = PEOPLE[i].substring(PEOPLE[i].indexOf(' ') + 1);
            String identifier = identifier(first, last, i);
            boolean inactive = i == 2 || i == 20;
            Map<String, Object> member =
                    Json.object(
                            "identifier",
                            identifier,
                            "hireDate",
                            "2019-04-01T00:00:00Z",
                            "disableOnlineFlag",
                            false,
                            "licenseClass",
                            "F",
                            "inactiveFlag",
                            inactive,
                            "firstName",
                            first,
                            "lastName",
                            last,
                            "officeEmail",
                            identifier + "@lanternlight.example",
                            "defaultEmail",
                            "Office",
                            "primaryEmail",
                            identifier + "@lanternlight.example",
                            "defaultPhone",
                            "Office",
                            "securityRole",
                            shelf.to("SecurityRoleReference", i == 0 ? 40 : 44),
                            "timeZone",
                            Json.object("id", 4L, "name", "US Pacific"),
                            "adminFlag",
                            i == 0,
                            "defaultLocation",
                            shelf.to("SystemLocationReference", 2),
                            "defaultDepartment",
                            shelf.to("SystemDepartmentReference", 10),
                            "serviceDefaultBoard",
                            shelf.to("BoardReference", 21),
                            "dailyCapacity",
                            8.0);
            if (inactive) {
                member.put("inactiveDate", "2025-06-30T00:00:00Z");
            }
            shelf.put(Tables.MEMBERS, FIRST_MEMBER + i, member);
        }
    }

    private static String identifier(String first, String last, int number) {
        String plain = (first.charAt(0) + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return plain.length() < 4
                ? "member" + number
                : plain.substring(0, Math.min(15, plain.length()));
    }
}
