package io.psabridge.connectwise;

import io.psabridge.http.Redaction;
import io.psabridge.spi.Secret;
import java.util.Collection;

/** Makes one short line, without a connection's secrets, of whatever the PSA says. */
final class Excerpt {

    private static final int LONGEST = 500;

    private final Redaction redaction;

    private Excerpt(Redaction redaction) {
        this.redaction = redaction;
    }

    static Excerpt without(Collection<Secret> secrets) {
        return new Excerpt(Redaction.of(secrets));
    }

    String of(String text) {
        String clean = redaction.strip(text).replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
