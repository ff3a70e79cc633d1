package io.psabridge.connectwise;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.text.Normalizer;
import java.util.List;

/** Text on its way to ConnectWise and back. */
final class Texts {

    private Texts() {}

    /**
     * The text as it is sent: whole, control characters other than tab and line ends as blanks.
     * Fails with INVALID_REQUEST when it is too long or no text.
     */
    static String toSend(String field, String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            throw refused(field, "has " + length + " characters, at most " + limit + " are taken");
        }
        StringBuilder sent = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (c == 0 || (c >= Character.MIN_SURROGATE && c <= 0xdfff)) {
                        throw refused(field, "holds a character that is none");
                    }
                    sent.appendCodePoint(isControl(c) ? ' ' : c);
                });
        return sent.toString();
    }

    /** Whether it is the same text, but for what a server may do to white space and accents. */
    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** Whether {@code whole} holds {@code part}, upper and lower case alike. */
    static boolean contains(String whole, String part) {
        return caseFolded(whole).contains(caseFolded(part));
    }

    static boolean sameIgnoringCase(String one, String other) {
        return caseFolded(one).equals(caseFolded(other));
    }

    /** The text as a person wrote it: standard notes come back with escaped full stops. */
    static String unescaped(String text) {
        return text.replace("\\.", ".");
    }

    private static String folded(String text) {
        return Normalizer.normalize(unescaped(text), Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
                .strip();
    }

    /** One code point at a time, so that a letter folds the same wherever it stands. */
    private static String caseFolded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c))));
        return folded.toString();
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
    }

    private static PsaException refused(String field, String why) {
        return PsaException.of(PsaErrorCode.INVALID_REQUEST)
                .message(field + " " + why)
                .errors(List.of(new PsaException.FieldError(field, why)))
                .build();
    }
}
