package io.psabridge.core.link;

import com.github.f4b6a3.ulid.UlidCreator;

/** Names a ticket link within its tenant. A later one sorts after an earlier one. */
public record LinkId(String value) {

    static LinkId fresh() {
        return new LinkId("lnk_" + UlidCreator.getMonotonicUlid().toLowerCase());
    }

    @Override
    public String toString() {
        return value;
    }
}
