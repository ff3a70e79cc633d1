package io.psabridge.sandbox.control;

import java.util.Arrays;

/** The items of a security role that the sandbox checks. */
public enum RoleItem {
    COMPANY_MAINTENANCE("Companies", "Company", "Company Maintenance", "CompanyMaint", false),
    CONTACTS("Companies", "Company", "Contacts", "Contacts", false),
    CONFIGURATIONS("Companies", "Company", "Configurations", "Configurations", true),
    MANAGE_ATTACHMENTS("Companies", "Company", "Manage Attachments", "ManageAttachments", false),
    SERVICE_TICKETS("Service Desk", "Service", "Service Tickets", "ServiceTickets", false),
    CLOSE_SERVICE_TICKETS(
            "Service Desk", "Service", "Close Service Tickets", "CloseServiceTickets", false),
    RESOURCE_SCHEDULING(
            "Service Desk", "Service", "Resource Scheduling", "ResourceScheduling", true),
    PROJECT_TICKETS("Project", "Project", "Project Tickets", "ProjectTickets", false),
    TIME_ENTRY("Time & Expense", "Time", "Time Entry", "TimeEntry", false),
    MEMBER_MAINTENANCE("System", "System", "Member Maintenance", "MemberMaint", false),
    TABLE_SETUP("System", "System", "Table Setup", "TableSetup", true),
    MY_COMPANY("System", "System", "My Company", "MyCompany", false),
    SECURITY_ROLES("System", "System", "Security Roles", "SecurityRoles", false);

    private final String module;
    private final String moduleIdentifier;
    private final String function;
    private final String functionIdentifier;
    private final boolean customised;

    RoleItem(
            String module,
            String moduleIdentifier,
            String function,
            String functionIdentifier,
            boolean customised) {
        this.module = module;
        this.moduleIdentifier = moduleIdentifier;
        this.function = function;
        this.functionIdentifier = functionIdentifier;
        this.customised = customised;
    }

    public String module() {
        return module;
    }

    public String moduleIdentifier() {
        return moduleIdentifier;
    }

    public String function() {
        return function;
    }

    public String functionIdentifier() {
        return functionIdentifier;
    }

    /** Whether a list of its own says which parts are open. */
    public boolean customised() {
        return customised;
    }

    /** The name as people write it, such as {@code Service Desk / Service Tickets}. */
    public String title() {
        return module + " / " + function;
    }

    public static RoleItem of(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title().equalsIgnoreCase(title.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role item " + title));
    }
}
