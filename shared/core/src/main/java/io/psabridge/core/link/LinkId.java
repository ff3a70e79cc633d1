package io.psabridge.core.link;

import io.psabridge.platform.idempotency.Attempt;

/** Names a ticket link within its tenant. A later one sorts after an earlier one. */
public record LinkId(String value) {

    /** The id of the link that this attempt makes. */
    static LinkId reserved(Attempt attempt) {
        return new LinkId("lnk_" + attempt.reservedId());
    }

    @Override
    public String toString() {
        return value;
    }
}
