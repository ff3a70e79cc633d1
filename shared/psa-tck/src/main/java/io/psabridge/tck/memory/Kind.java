package io.psabridge.tck.memory;

/** The tables of a PSA in memory. */
enum Kind {
    TICKET,
    NOTE,
    MEMBER,
    COMPANY,
    CONTACT,
    BOARD,
    STATUS,
    TYPE,
    SUBTYPE,
    ITEM,
    PRIORITY,
    SOURCE,
    LOCATION,
    CALLBACK
}
