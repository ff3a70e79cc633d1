package io.psabridge.sandbox.data;

/** The names of the tables: what {@code /_sandbox} and changes behind the API's back call them. */
public final class Tables {

    public static final String TICKETS = "service/tickets";
    public static final String PROJECT_TICKETS = "project/tickets";
    public static final String NOTES = "service/notes";
    public static final String BOARDS = "service/boards";
    public static final String STATUSES = "service/statuses";
    public static final String TYPES = "service/types";
    public static final String SUB_TYPES = "service/subtypes";
    public static final String ITEMS = "service/items";
    public static final String TEAMS = "service/teams";
    public static final String ASSOCIATIONS = "service/associations";
    public static final String PRIORITIES = "service/priorities";
    public static final String SOURCES = "service/sources";
    public static final String SERVICE_LOCATIONS = "service/locations";
    public static final String LOCATIONS = "system/locations";
    public static final String DEPARTMENTS = "system/departments";
    public static final String MEMBERS = "system/members";
    public static final String API_MEMBERS = "system/apiMembers";
    public static final String CALLBACKS = "system/callbacks";
    public static final String SECURITY_ROLES = "system/securityroles";
    public static final String DOCUMENTS = "system/documents";
    public static final String COMPANIES = "company/companies";
    public static final String CONTACTS = "company/contacts";
    public static final String SITES = "company/sites";
    public static final String COMPANY_STATUSES = "company/statuses";
    public static final String COMPANY_TYPES = "company/types";
    public static final String COMMUNICATION_TYPES = "company/communicationTypes";
    public static final String CONFIGURATIONS = "company/configurations";
    public static final String TIME_ENTRIES = "time/entries";
    public static final String WORK_TYPES = "time/workTypes";
    public static final String WORK_ROLES = "time/workRoles";
    public static final String SCHEDULE_TYPES = "schedule/types";
    public static final String SCHEDULE_ENTRIES = "schedule/entries";

    private Tables() {}
}
