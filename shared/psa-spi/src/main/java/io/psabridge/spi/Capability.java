package io.psabridge.spi;

import java.util.Locale;

/**
 * An optional part or operation of a {@link Psa}. What is not declared fails with NOT_SUPPORTED,
 * and is never an empty list.
 */
public enum Capability {
    TICKETS_SEARCH("tickets.search"),
    TICKETS_CREATE("tickets.create"),
    TICKETS_UPDATE("tickets.update"),
    NOTES_READ("notes.read"),
    NOTES_WRITE("notes.write"),
    STATUSES,
    MEMBERS,
    COMPANIES,
    CONTACTS,
    BOARDS,
    TYPES,
    SUBTYPES,
    ITEMS,
    PRIORITIES,
    SOURCES,
    LOCATIONS,
    CALLBACKS;

    private final String wireName;

    Capability() {
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    Capability(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, such as {@code tickets.search}. */
    public String wireName() {
        return wireName;
    }
}
