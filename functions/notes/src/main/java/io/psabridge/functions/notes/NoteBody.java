package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.Audience;
import io.psabridge.spi.NewNote;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note to be posted.
 *
 * @param audience internal, discussion or resolution; the customer sees the last two
 * @param notifyCustomer sends the customer an e-mail; never with an internal note
 * @param preview shows what would be posted, and posts nothing
 */
@Serdeable
record NoteBody(
        @Nullable String text,
        @Nullable String audience,
        @Nullable Boolean notifyCustomer,
        @Nullable Boolean preview) {

    /** More than any PSA takes; each has a limit of its own. */
    private static final int LONGEST_TEXT = 1_000_000;

    boolean isPreview() {
        return Boolean.TRUE.equals(preview);
    }

    /** Fails with {@code invalid_request} that names every member which is wrong. */
    NewNote toNewNote() {
        RequestCheck check = new RequestCheck();
        String words = check.text("text", text, LONGEST_TEXT);
        Optional<Audience> readers =
                Arrays.stream(Audience.values())
                        .filter(one -> one.wireName().equals(audience))
                        .findFirst();
        boolean notify = Boolean.TRUE.equals(notifyCustomer);
        check.that(
                readers.isPresent(),
                "audience",
                "must be internal, discussion or resolution; it has no default");
        check.that(
                !notify || readers.filter(Audience.INTERNAL::equals).isEmpty(),
                "notifyCustomer",
                "must not be true with an internal note");
        check.verify();
        return new NewNote(words, readers.orElseThrow(), notify, null);
    }

    @Override
    public String toString() {
        return "NoteBody"; // the text is nobody else's business
    }
}
