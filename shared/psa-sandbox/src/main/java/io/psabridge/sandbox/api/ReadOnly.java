package io.psabridge.sandbox.api;

import java.util.Map;
import java.util.Set;

/** Members that the PSA computes: what a body says about them is passed over. */
final class ReadOnly {

    private static final Set<String> TICKET =
            Set.of(
                    "id",
                    "_info",
                    "recordType",
                    "closedDate",
                    "closedBy",
                    "closedFlag",
                    "actualHours",
                    "approved",
                    "resources",
                    "dateResolved",
                    "dateResplan",
                    "dateResponded",
                    "hasChildTicket",
                    "hasMergedChildTicketFlag",
                    "mergedParentTicket",
                    "isInSla",
                    "slaStatus",
                    "mobileGuid",
                    "escalationLevel",
                    "escalationStartDateUTC",
                    "respondedBy",
                    "resolvedBy",
                    "resplanBy");
    private static final Map<String, Set<String>> BY_MODEL =
            Map.of(
                    "Ticket",
                    TICKET,
                    "ProjectTicket",
                    TICKET,
                    "ServiceNote",
                    Set.of(
                            "id",
                            "_info",
                            "ticketId",
                            "dateCreated",
                            "createdBy",
                            "internalFlag",
                            "externalFlag",
                            "sentimentScore"),
                    "CallbackEntry",
                    Set.of("id", "_info", "memberId", "connectWiseID", "isSoapCallbackFlag"),
                    "TimeEntry",
                    Set.of(
                            "id",
                            "_info",
                            "enteredBy",
                            "dateEntered",
                            "status",
                            "company",
                            "ticket"),
                    "ScheduleEntry",
                    Set.of("id", "_info", "ownerFlag"));

    private static final Set<String> USUAL = Set.of("id", "_info");

    private ReadOnly() {}

    static Set<String> of(Kind kind) {
        return BY_MODEL.getOrDefault(kind.model().name(), USUAL);
    }
}
