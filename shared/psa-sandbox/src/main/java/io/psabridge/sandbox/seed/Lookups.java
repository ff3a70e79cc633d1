package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.List;

/** The lists that one chooses from, the same for all boards. */
final class Lookups {

    private Lookups() {}

    static void settle(Shelf shelf) {
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
                "rateType",
                "AdjAmount",
                "rate",
                0.0,
                "billTime",
                "Billable",
                "inactiveFlag",
                false);
        shelf.put(
                Tables.WORK_TYPES,
                2,
                "name",
                "After hours",
                "rateType",
                "AdjAmount",
                "rate",
                0.0,
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
}
