package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Site;
import java.text.Normalizer;

/** What a server makes of a note's text. */
final class NoteText {

    /** Where a server with a limit stops. */
    static final int LIMIT = 30_000;

    private NoteText() {}

    static String stored(Site site, String text) {
        String stored =
                site.is(Switch.NEWLINES, "flattened")
                        ? text.replaceAll("[\\r\\n\\f\\x08]", " ")
                        : text.replace("\r\n", "\n");
        if (site.is(Switch.NOTE_TEXT, "normalised")) {
            stored = Normalizer.normalize(stored, Normalizer.Form.NFC).strip();
        }
        boolean cut = site.is(Switch.LONG_NOTES, "cut") && stored.length() > LIMIT;
        return cut ? stored.substring(0, LIMIT) : stored;
    }
}
