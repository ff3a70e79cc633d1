package io.psabridge.sandbox.control;

import java.util.Arrays;
import java.util.List;

/** What real servers do differently from each other; the first choice is the usual one. */
public enum Switch {
    BAD_KEYS("badKeys", "How wrong keys are refused", "401", "404", "user-not-authenticated"),
    MISSING_CLIENT_ID(
            "missingClientId",
            "How a call without clientId is refused",
            "403",
            "cannot-route-400",
            "cannot-route-401"),
    SYSTEM_INFO("systemInfo", "Whether /system/info needs a sign-in", "signed-in", "open"),
    WEB_HOST(
            "webHost",
            "What a cloud web host (without api-) answers to API calls",
            "ssl-required",
            "html"),
    MISSING_INQUIRE(
            "missingInquire", "How a missing inquire right shows on lists", "403", "404", "empty"),
    LIGHT_MEMBERS(
            "lightMembers",
            "Whether /system/info/members needs Member Maintenance too",
            "open",
            "governed"),
    LOOKUPS("lookups", "Whether lookup lists need Table Setup", "governed", "open"),
    API_MEMBERS("apiMembers", "Whether API members are in /system/members", "hidden", "listed"),
    MY_SECURITY("mySecurity", "Whether API members may call mySecurity", "allowed", "403", "404"),
    MEDIA_TYPE("mediaType", "How JSON is labelled", "json", "vendor"),
    SITE_URL("siteUrl", "Whether companyinfo tells SiteUrl and AllowedOrigins", "absent", "told"),
    BACKSLASH("backslash", "What a backslash in a literal is", "ordinary", "escape"),
    PERCENT("percentInContains", "What % is in contains", "literal", "wildcard"),
    DATES("dates", "What can be compared with moments", "moments", "dates-only"),
    LONG_URL("longUrl", "How a URL above 2,000 characters is refused", "414", "404"),
    SEARCH_STATUS("searchStatus", "The status of POST search", "200", "201"),
    PAGE_SIZE("pageSizeOverMax", "What happens above the largest page size", "cap", "refuse-100"),
    FORWARD_ONLY("forwardOnly", "What forward-only paging does", "supported", "refused", "ignored"),
    COUNT("count", "Whether counts agree with lists", "exact", "one-more"),
    LINK_ORIGIN("linkOrigin", "The origin in Link headers; empty means the caller's"),
    UNSET_REFERENCES(
            "unsetReferences", "How references without a value come", "absent", "empty", "null"),
    NEWLINES("newlines", "What happens to line ends in text", "kept", "flattened"),
    NOTE_TEXT("noteText", "Whether note text comes back as it was sent", "as-sent", "normalised"),
    LONG_NOTES(
            "longNotes",
            "What happens to notes above 30,000 characters",
            "stored",
            "refused",
            "cut"),
    INFO_ERRORS("emptyErrors", "How an error without details says so", "null", "absent", "list"),
    SUB_PATHS("subPaths", "What PATCH of status/id and the like does", "work", "no-effect"),
    PATCH_SLASH(
            "patchSlash", "Whether PATCH takes paths with a leading slash", "accepted", "refused"),
    WHOLE_RECORD(
            "wholeRecordValidation", "Whether PATCH checks the stored record too", "off", "on"),
    CLOSED_TICKETS("closedTickets", "What changing a closed ticket needs", "edit", "close-right"),
    CALLBACK_LIST("callbackList", "Which callbacks are listed", "all", "own"),
    REFUSED_CALLBACKS(
            "refusedCallbackTypes", "Callback types that may not be registered, comma-separated"),
    SLOW_QUERIES(
            "wideTicketLists",
            "What a ticket list filtered by closedFlag alone gives",
            "answered",
            "timeout"),
    CALLS_PER_MINUTE("callsPerMinute", "The limit before 429; empty means none");

    private final String key;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> choices;

    Switch(String key, String meaning, String... choices) {
        this.key = key;
        this.meaning = meaning;
        this.choices = List.of(choices);
    }

    /** The name in the HTTP control API. */
    public String key() {
        return key;
    }

    public String meaning() {
        return meaning;
    }

    /** Empty when any text goes. */
    public List<String> choices() {
        return choices;
    }

    public String usual() {
        return choices.isEmpty() ? "" : choices.getFirst();
    }

    /** Fails when the switch does not know the choice. */
    public String checked(String choice) {
        if (!choices.isEmpty() && !choices.contains(choice)) {
            throw new IllegalArgumentException(
                    "The switch "
                            + key
                            + " takes "
                            + String.join(", ", choices)
                            + ", not "
                            + choice);
        }
        return choice;
    }

    public static Switch of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no switch " + key));
    }
}
