package io.psabridge.platform.web;

import io.psabridge.platform.web.Caller.Via;
import java.util.Locale;

/** The kinds of token that we sign ourselves. None is accepted in another's place. */
public enum TokenKind {
    /** For whoever is on this machine. */
    DEV("psa-bridge", Via.API),
    /** For a page in a person's browser, for a short while. */
    SESSION("psa-bridge:page", Via.PAGE);

    private final String audience;
    private final Via via;

    TokenKind(String audience, Via via) {
        this.audience = audience;
        this.via = via;
    }

    /** What its keys are kept for. */
    public String purpose() {
        return name().toLowerCase(Locale.ROOT);
    }

    String issuer() {
        return "psa-bridge:" + purpose();
    }

    String audience() {
        return audience;
    }

    Via via() {
        return via;
    }
}
