package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.List;
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
        lookups(shelf);
        Boards.settle(shelf);
        people(shelf);
    }

    private static void lookups(Shelf shelf) {
        shelf.put(
                Tables.LOCATIONS,
                38,
                "ownerLevelId",
                1L,
                "name",
                "Corporate",
                "locationFlag",
                false,
                "clientFlag",
                false,
                "workRoleIds",
                List.of(),
                "departmentIds",
                List.of(),
                "structureLevel",
                Json.object("id", 1L, "name", "Corporate"));
        shelf.put(
                Tables.LOCATIONS,
                2,
                "ownerLevelId",
                2L,
                "name",
                "Harbour Office",
                "locationFlag",
                true,
                "clientFlag",
                false,
                "workRoleIds",
                List.of(11L),
                "departmentIds",
                List.of(10L),
                "structureLevel",
                Json.object("id", 2L, "name", "Location"));
        shelf.put(Tables.DEPARTMENTS, 10, "identifier", "Services", "name", "Field Services");
        shelf.put(
                Tables.WORK_ROLES,
                11,
                "name",
                "Technician",
                "hourlyRate",
                95.0,
                "inactiveFlag",
                false);
        shelf.put(
                Tables.WORK_TYPES,
                1,
                "name",
                "Regular",
                "billTime",
                "Billable",
                "inactiveFlag",
                false);
        shelf.put(
                Tables.WORK_TYPES,
                2,
                "name",
                "After hours",
                "billTime",
                "Billable",
                "inactiveFlag",
                false);
        shelf.put(
                Tables.SERVICE_LOCATIONS,
                1,
                "name",
                "On-Site",
                "where",
                "OnSite",
                "defaultFlag",
                true);
        shelf.put(
                Tables.SERVICE_LOCATIONS,
                2,
                "name",
                "Remote",
                "where",
                "Remote",
                "defaultFlag",
                false);
        shelf.put(Tables.SOURCES, 2, "name", "Phone", "defaultFlag", false);
        shelf.put(Tables.SOURCES, 3, "name", "Email Connector", "defaultFlag", true);
        shelf.put(Tables.SOURCES, 9, "name", "Webseite (Formular)", "defaultFlag", false);
        priority(shelf, 2, "P1 Critical", "Red", 1, "Critical");
        priority(shelf, 3, "P2 High", "Orange", 3, "High");
        priority(shelf, 4, "P3 Normal", "Blue", 6, "Medium");
        priority(shelf, 5, "P4 Low", "White", 9, "Low");
        shelf.put(
                Tables.COMPANY_STATUSES,
                1,
                "name",
                "Active",
                "defaultFlag",
                true,
                "inactiveFlag",
                false);
        shelf.put(
                Tables.COMPANY_STATUSES,
                2,
                "name",
                "Former",
                "defaultFlag",
                false,
                "inactiveFlag",
                false);
        shelf.put(
                Tables.COMPANY_TYPES,
                1,
                "name",
                "Customer",
                "defaultFlag",
                true,
                "vendorFlag",
                false);
        shelf.put(
                Tables.COMPANY_TYPES,
                2,
                "name",
                "Prospect",
                "defaultFlag",
                false,
                "vendorFlag",
                false);
        shelf.put(
                Tables.COMMUNICATION_TYPES,
                1,
                "description",
                "Email",
                "name",
                "Email",
                "emailFlag",
                true);
        shelf.put(
                Tables.COMMUNICATION_TYPES,
                2,
                "description",
                "Direct",
                "name",
                "Direct",
                "phoneFlag",
                true);
        shelf.put(
                Tables.SECURITY_ROLES,
                40,
                "name",
                "Admin",
                "adminFlag",
                true,
                "roleType",
                "Custom");
        shelf.put(
                Tables.SECURITY_ROLES,
                44,
                "name",
                "Technician",
                "adminFlag",
                false,
                "roleType",
                "Custom");
        shelf.put(
                Tables.SECURITY_ROLES,
                46,
                "name",
                "PSA Bridge least",
                "adminFlag",
                false,
                "roleType",
                "Custom");
        shelf.put(
                Tables.SCHEDULE_TYPES, 4, "name", "Service", "identifier", "S", "systemFlag", true);
        shelf.put(
                Tables.SCHEDULE_TYPES,
                5,
                "name",
                "Activity",
                "identifier",
                "C",
                "systemFlag",
                true);
    }

    private static void priority(
            Shelf shelf, long id, String name, String color, long order, String level) {
        shelf.put(
                Tables.PRIORITIES,
                id,
                "name",
                name,
                "color",
                color,
                "sortOrder",
                order,
                "defaultFlag",
                id == 4,
                "urgencySortOrder",
                String.valueOf(order),
                "level",
                level);
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
