package io.psabridge.tck.memory;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.tck.KitFault;
import java.nio.charset.StandardCharsets;

/** Texts before they are sent: whole, or refused. */
final class Texts {

    static final int SUMMARY = 100;
    static final int NOTE = 20_000;

    private Texts() {}

    static String summary(String text, Faults faults) {
        return checked("A summary", text, SUMMARY, faults);
    }

    static String note(String text, Faults faults) {
        return checked("A note", text, NOTE, faults);
    }

    private static String checked(String what, String text, int limit, Faults faults) {
        int length =
                faults.has(KitFault.LENGTH_IN_BYTES_OR_CUT)
                        ? text.getBytes(StandardCharsets.UTF_8).length
                        : text.codePointCount(0, text.length());
        if (length > limit) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message(what + " has at most " + limit + " characters")
                    .build();
        }
        return faults.has(KitFault.LOSES_NON_ASCII) ? text.replaceAll("[^\\x00-\\x7f]", "?") : text;
    }
}
