package io.psabridge.connectwise;

/** A row of a ConnectWise security role, as an administrator finds it. */
enum Right {
    TICKETS_INQUIRE("Service Desk / Service Tickets, Inquire, All"),
    TICKETS_ADD("Service Desk / Service Tickets, Add, All"),
    TICKETS_EDIT("Service Desk / Service Tickets, Edit, All"),
    TICKETS_CLOSE("Service Desk / Close Service Tickets, Edit, All"),
    COMPANIES_INQUIRE("Companies / Company Maintenance, Inquire, All"),
    CONTACTS_INQUIRE("Companies / Contacts, Inquire, All"),
    BOARDS_INQUIRE("System / Table Setup, Inquire, All, with Service / Service Board allowed"),
    PRIORITIES_INQUIRE("System / Table Setup, Inquire, All, with Service / Priority allowed"),
    SOURCES_INQUIRE("System / Table Setup, Inquire, All, with Service / Source allowed"),
    MEMBERS_INQUIRE("System / Member Maintenance, Inquire, All"),
    MY_COMPANY_INQUIRE("System / My Company, Inquire, All");

    private final String item;

    Right(String item) {
        this.item = item;
    }

    @Override
    public String toString() {
        return item;
    }
}
