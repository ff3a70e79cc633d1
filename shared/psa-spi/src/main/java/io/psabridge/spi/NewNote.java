package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/**
 * A note to be posted.
 *
 * @param text 1 to {@link PsaProvider.Limits#noteText} code points; whole or refused, never cut
 * @param notifyCustomer sends the customer an e-mail; never with an internal note
 * @param author posted as this member; without one as the API's own member
 */
public record NewNote(
        String text, Audience audience, boolean notifyCustomer, @Nullable Id<Member> author) {

    public NewNote {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A note needs a text");
        }
        if (notifyCustomer && audience == Audience.INTERNAL) {
            throw new IllegalArgumentException("An internal note never notifies the customer");
        }
    }

    public static NewNote of(String text, Audience audience) {
        return new NewNote(text, audience, false, null);
    }
}
