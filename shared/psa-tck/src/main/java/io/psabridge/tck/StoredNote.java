package io.psabridge.tck;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Note;
import org.jspecify.annotations.Nullable;

/**
 * A note as the stand-in holds it.
 *
 * @param audience who sees it in the PSA; absent when it is none of the three
 * @param author the member as whom it stands there; absent when it is the API's own
 * @param askedToNotify the request asked the PSA to send mail
 */
public record StoredNote(
        Id<Note> id,
        String text,
        @Nullable Audience audience,
        @Nullable Id<Member> author,
        boolean askedToNotify) {}
