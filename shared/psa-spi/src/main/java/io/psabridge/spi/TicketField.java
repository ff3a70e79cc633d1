package io.psabridge.spi;

/** What a person may set on a ticket. All but the summary refer to another record by its id. */
public enum TicketField {
    SUMMARY("summary"),
    COMPANY("companyId"),
    CONTACT("contactId"),
    BOARD("boardId"),
    STATUS("statusId"),
    PRIORITY("priorityId"),
    TYPE("typeId"),
    SUB_TYPE("subTypeId"),
    ITEM("itemId"),
    ASSIGNEE("assigneeId");

    private final String wireName;

    TicketField(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, such as {@code boardId}. */
    public String wireName() {
        return wireName;
    }
}
