package io.psabridge.platform.web;

import java.util.Arrays;
import java.util.Optional;

/** What a token allows: ADMIN implies WRITE, WRITE implies READ. */
public enum Scope {
    READ("psa:read"),
    WRITE("psa:write"),
    ADMIN("psa:admin");

    private final String claim;

    Scope(String claim) {
        this.claim = claim;
    }

    /** The name in a token's {@code scope} claim. */
    public String claim() {
        return claim;
    }

    public boolean implies(Scope other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Scope> ofClaim(String claim) {
        return Arrays.stream(values()).filter(scope -> scope.claim.equals(claim)).findFirst();
    }
}
