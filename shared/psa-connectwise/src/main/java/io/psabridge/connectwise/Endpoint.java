package io.psabridge.connectwise;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every call that is made of ConnectWise: what it does in words, and which rights it takes. */
enum Endpoint {
    FIND_COMPANY("GET", "/login/companyinfo/{company}", "tell about the company", ""),
    SIGNING_KEY("GET", "/callbackkey/{version}", "show its signing key", ""),
    SYSTEM_INFO("GET", "/system/info", "tell its version", "", Right.MY_COMPANY_INQUIRE),
    LIST_TICKETS("GET", "/service/tickets", "list tickets", "", Right.TICKETS_INQUIRE),
    SEARCH_TICKETS("POST", "/service/tickets/search", "search tickets", "", Right.TICKETS_INQUIRE),
    CREATE_TICKET("POST", "/service/tickets", "create a ticket", "", Right.TICKETS_ADD),
    READ_TICKET(
            "GET",
            "/service/tickets/{id}",
            "show ticket {id}",
            "ticket {id}",
            Right.TICKETS_INQUIRE),
    CHANGE_TICKET(
            "PATCH",
            "/service/tickets/{id}",
            "change ticket {id}",
            "ticket {id}",
            Right.TICKETS_EDIT,
            Right.TICKETS_CLOSE),
    LIST_NOTES(
            "GET",
            "/service/tickets/{id}/notes",
            "list the notes of ticket {id}",
            "ticket {id}",
            Right.TICKETS_INQUIRE),
    ADD_NOTE(
            "POST",
            "/service/tickets/{id}/notes",
            "add a note to ticket {id}",
            "ticket {id}",
            Right.TICKETS_EDIT),
    READ_PROJECT_TICKET(
            "GET",
            "/project/tickets/{id}",
            "show ticket {id}",
            "ticket {id}",
            Right.TICKETS_INQUIRE),
    CHANGE_PROJECT_TICKET(
            "PATCH",
            "/project/tickets/{id}",
            "change ticket {id}",
            "ticket {id}",
            Right.TICKETS_EDIT,
            Right.TICKETS_CLOSE),
    LIST_PROJECT_NOTES(
            "GET",
            "/project/tickets/{id}/notes",
            "list the notes of ticket {id}",
            "ticket {id}",
            Right.TICKETS_INQUIRE),
    ADD_PROJECT_NOTE(
            "POST",
            "/project/tickets/{id}/notes",
            "add a note to ticket {id}",
            "ticket {id}",
            Right.TICKETS_EDIT),
    LIST_BOARDS("GET", "/service/boards", "list boards", "", Right.BOARDS_INQUIRE),
    LIST_STATUSES(
            "GET",
            "/service/boards/{id}/statuses",
            "list the statuses of board {id}",
            "board {id}",
            Right.BOARDS_INQUIRE),
    LIST_TYPES(
            "GET",
            "/service/boards/{id}/types",
            "list the types of board {id}",
            "board {id}",
            Right.BOARDS_INQUIRE),
    LIST_SUBTYPES(
            "GET",
            "/service/boards/{id}/subtypes",
            "list the subtypes of board {id}",
            "board {id}",
            Right.BOARDS_INQUIRE),
    LIST_ITEMS(
            "GET",
            "/service/boards/{id}/items",
            "list the items of board {id}",
            "board {id}",
            Right.BOARDS_INQUIRE),
    LIST_PRIORITIES("GET", "/service/priorities", "list priorities", "", Right.PRIORITIES_INQUIRE),
    LIST_SOURCES("GET", "/service/sources", "list sources", "", Right.SOURCES_INQUIRE),
    LIST_LOCATIONS("GET", "/system/locations", "list locations", "", Right.MY_COMPANY_INQUIRE),
    LIST_MEMBERS("GET", "/system/members", "list members", "", Right.MEMBERS_INQUIRE),
    READ_MEMBER(
            "GET",
            "/system/members/{id}",
            "show member {id}",
            "member {id}",
            Right.MEMBERS_INQUIRE),
    LIST_COMPANIES("GET", "/company/companies", "list companies", "", Right.COMPANIES_INQUIRE),
    READ_COMPANY(
            "GET",
            "/company/companies/{id}",
            "show company {id}",
            "company {id}",
            Right.COMPANIES_INQUIRE),
    LIST_CONTACTS("GET", "/company/contacts", "list contacts", "", Right.CONTACTS_INQUIRE),
    READ_CONTACT(
            "GET",
            "/company/contacts/{id}",
            "show contact {id}",
            "contact {id}",
            Right.CONTACTS_INQUIRE),
    LIST_CALLBACKS("GET", "/system/callbacks", "list callbacks", ""),
    REGISTER_CALLBACK("POST", "/system/callbacks", "register a callback", ""),
    WAKE_CALLBACK("PATCH", "/system/callbacks/{id}", "switch callback {id} on", "callback {id}"),
    REMOVE_CALLBACK("DELETE", "/system/callbacks/{id}", "remove callback {id}", "callback {id}");

    private final String method;
    private final String path;
    private final Pattern pattern;
    private final String doing;
    private final String subject;

    @SuppressWarnings("Immutable") // a list that cannot be changed
    private final List<Right> rights;

    Endpoint(String method, String path, String doing, String subject, Right... rights) {
        this.method = method;
        this.path = path;
        this.pattern = Pattern.compile(path.replaceAll("\\{[a-z]+}", "([^/]+)"));
        this.doing = doing;
        this.subject = subject;
        this.rights = List.of(rights);
    }

    /** Fails for a call that is not in this table. */
    static Endpoint of(String method, String path) {
        return Arrays.stream(values())
                .filter(row -> row.method.equals(method) && row.pattern.matcher(path).matches())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No row of the table is " + method + " " + path));
    }

    String method() {
        return method;
    }

    /** With names in braces where ids are. */
    String path() {
        return path;
    }

    /** What ConnectWise is asked to do, such as "show ticket 7". */
    String doing(String path) {
        return filled(doing, path);
    }

    /** The record without which the call finds nothing, such as "ticket 7"; empty for lists. */
    String subject(String path) {
        return filled(subject, path);
    }

    /** What the role needs for it; empty where no source names an item. */
    List<Right> rights() {
        return rights;
    }

    private String filled(String words, String path) {
        Matcher found = pattern.matcher(path);
        return found.matches() && found.groupCount() > 0
                ? words.replace("{id}", found.group(1))
                : words;
    }
}
