package io.psabridge.tck;

import static io.psabridge.spi.Capability.BOARDS;
import static io.psabridge.spi.Capability.CALLBACKS;
import static io.psabridge.spi.Capability.COMPANIES;
import static io.psabridge.spi.Capability.CONTACTS;
import static io.psabridge.spi.Capability.ITEMS;
import static io.psabridge.spi.Capability.LOCATIONS;
import static io.psabridge.spi.Capability.MEMBERS;
import static io.psabridge.spi.Capability.NOTES_READ;
import static io.psabridge.spi.Capability.NOTES_WRITE;
import static io.psabridge.spi.Capability.PRIORITIES;
import static io.psabridge.spi.Capability.SOURCES;
import static io.psabridge.spi.Capability.STATUSES;
import static io.psabridge.spi.Capability.SUBTYPES;
import static io.psabridge.spi.Capability.TICKETS_CREATE;
import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static io.psabridge.spi.Capability.TICKETS_UPDATE;
import static io.psabridge.spi.Capability.TYPES;

import io.psabridge.spi.Capability;
import org.jspecify.annotations.Nullable;

/** What a provider asks of a PSA, by which faults are placed and answers are swept. */
public enum Operation {
    /** The requests by which {@code verify} finds the PSA and signs in. */
    SIGN_IN(null, false),
    READ_TICKET(TICKETS_SEARCH, false),
    LIST_TICKETS(TICKETS_SEARCH, false),
    CREATE_TICKET(TICKETS_CREATE, true),
    /** Also the request that changes a status, where the PSA has one for both. */
    UPDATE_TICKET(TICKETS_UPDATE, true),
    LIST_NOTES(NOTES_READ, false),
    ADD_NOTE(NOTES_WRITE, true),
    LIST_STATUSES(STATUSES, false),
    CHANGE_STATUS(STATUSES, true),
    LIST_MEMBERS(MEMBERS, false),
    READ_MEMBER(MEMBERS, false),
    LIST_COMPANIES(COMPANIES, false),
    READ_COMPANY(COMPANIES, false),
    LIST_CONTACTS(CONTACTS, false),
    READ_CONTACT(CONTACTS, false),
    LIST_BOARDS(BOARDS, false),
    LIST_TYPES(TYPES, false),
    LIST_SUBTYPES(SUBTYPES, false),
    LIST_ITEMS(ITEMS, false),
    LIST_PRIORITIES(PRIORITIES, false),
    LIST_SOURCES(SOURCES, false),
    LIST_LOCATIONS(LOCATIONS, false),
    LIST_CALLBACKS(CALLBACKS, false),
    REGISTER_CALLBACK(CALLBACKS, true),
    REMOVE_CALLBACK(CALLBACKS, true);

    private final @Nullable Capability capability;
    private final boolean write;

    Operation(@Nullable Capability capability, boolean write) {
        this.capability = capability;
        this.write = write;
    }

    /** What a provider must declare to offer it; absent for what every provider does. */
    public @Nullable Capability capability() {
        return capability;
    }

    public boolean isWrite() {
        return write;
    }

    public boolean isList() {
        return name().startsWith("LIST_");
    }
}
