package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.data.Tables;

/** The kinds of records, with their rules. */
final class Kinds {

    final Kind tickets;
    final Kind projectTickets;
    final Kind notes;
    final Kind projectNotes;
    final Kind companies;
    final Kind contacts;
    final Kind callbacks;

    final Kind boards = Kind.lookup(Tables.BOARDS, "Board", "Board");
    final Kind statuses = Kind.lookup(Tables.STATUSES, "BoardStatus", "Status").under("board");
    final Kind types = Kind.lookup(Tables.TYPES, "BoardType", "Type").under("board");
    final Kind subTypes = Kind.lookup(Tables.SUB_TYPES, "BoardSubType", "SubType").under("board");
    final Kind items = Kind.lookup(Tables.ITEMS, "BoardItem", "Item").under("board");
    final Kind teams = Kind.lookup(Tables.TEAMS, "BoardTeam", "Team").under("boardId");
    final Kind associations =
            Kind.lookup(Tables.ASSOCIATIONS, "BoardTypeSubTypeItemAssociation", "Association")
                    .under("board");
    final Kind priorities = Kind.lookup(Tables.PRIORITIES, "Priority", "Priority");
    final Kind sources = Kind.lookup(Tables.SOURCES, "Source", "Source");
    final Kind serviceLocations =
            Kind.lookup(Tables.SERVICE_LOCATIONS, "ServiceLocation", "Location");
    final Kind companyStatuses = Kind.lookup(Tables.COMPANY_STATUSES, "CompanyStatus", "Status");
    final Kind companyTypes = Kind.lookup(Tables.COMPANY_TYPES, "CompanyType", "Type");
    final Kind communicationTypes =
            Kind.lookup(Tables.COMMUNICATION_TYPES, "CommunicationType", "CommunicationType");
    final Kind workTypes = Kind.lookup(Tables.WORK_TYPES, "WorkType", "WorkType");
    final Kind workRoles = Kind.lookup(Tables.WORK_ROLES, "WorkRole", "WorkRole");
    final Kind scheduleTypes = Kind.lookup(Tables.SCHEDULE_TYPES, "ScheduleType", "ScheduleType");
    final Kind locations = Kind.of(Tables.LOCATIONS, "Location", "Location", RoleItem.MY_COMPANY);
    final Kind departments =
            Kind.of(Tables.DEPARTMENTS, "Department", "Department", RoleItem.MY_COMPANY);
    final Kind members = Kind.of(Tables.MEMBERS, "Member", "Member", RoleItem.MEMBER_MAINTENANCE);
    final Kind apiMembers =
            Kind.of(Tables.API_MEMBERS, "ApiMember", "ApiMember", RoleItem.MEMBER_MAINTENANCE);
    final Kind securityRoles =
            Kind.of(Tables.SECURITY_ROLES, "SecurityRole", "SecurityRole", RoleItem.SECURITY_ROLES);
    final Kind configurations =
            Kind.of(
                    Tables.CONFIGURATIONS,
                    "CompanyConfiguration",
                    "Configuration",
                    RoleItem.CONFIGURATIONS);
    final Kind documents =
            Kind.of(Tables.DOCUMENTS, "DocumentInfo", "Document", RoleItem.MANAGE_ATTACHMENTS);
    final Kind timeEntries =
            Kind.of(Tables.TIME_ENTRIES, "TimeEntry", "TimeEntry", RoleItem.TIME_ENTRY)
                    .ruledBy(new TimeEntryRules());
    final Kind scheduleEntries =
            Kind.of(
                            Tables.SCHEDULE_ENTRIES,
                            "ScheduleEntry",
                            "ScheduleEntry",
                            RoleItem.RESOURCE_SCHEDULING)
                    .ruledBy(new ScheduleEntryRules());

    Kinds(CallbackSender sender) {
        tickets =
                Kind.of(Tables.TICKETS, "Ticket", "Ticket", RoleItem.SERVICE_TICKETS)
                        .ruledBy(new TicketRules("ServiceTicket", sender));
        projectTickets =
                new Kind(
                        Tables.PROJECT_TICKETS,
                        Kind.of("", "ProjectTicket", "", null).model(),
                        "Ticket",
                        "projectTicket",
                        RoleItem.PROJECT_TICKETS,
                        false,
                        null,
                        new TicketRules("ProjectTicket", sender));
        notes =
                Kind.of(Tables.NOTES, "ServiceNote", "Note", RoleItem.SERVICE_TICKETS)
                        .under("ticketId")
                        .ruledBy(new NoteRules(Tables.TICKETS, sender));
        projectNotes =
                Kind.of(Tables.NOTES, "ServiceNote", "Note", RoleItem.PROJECT_TICKETS)
                        .under("ticketId")
                        .ruledBy(new NoteRules(Tables.PROJECT_TICKETS, sender));
        companies =
                Kind.of(Tables.COMPANIES, "Company", "Company", RoleItem.COMPANY_MAINTENANCE)
                        .ruledBy(new CompanyRules(sender));
        contacts =
                Kind.of(Tables.CONTACTS, "Contact", "Contact", RoleItem.CONTACTS)
                        .ruledBy(new ContactRules(sender));
        callbacks =
                Kind.of(Tables.CALLBACKS, "CallbackEntry", "CallbackEntry", null)
                        .ruledBy(new CallbackRules());
    }
}
