package io.psabridge.tck;

import static io.psabridge.spi.Capability.NOTES_READ;
import static io.psabridge.spi.Capability.NOTES_WRITE;
import static io.psabridge.spi.Capability.TICKETS_CREATE;
import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static io.psabridge.tck.Failures.failureOf;
import static io.psabridge.tck.Failures.works;
import static io.psabridge.tck.Stored.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Effect;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Note;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of any script is kept whole, and lengths are counted as people count. */
public interface TextConformance extends PsaConformance {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße aus Köln",
                "印刷機の故障",
                "принтер горит",
                "מדפסת בוערת",
                "الطابعة تحترق",
                "🔥🖨️ 𝒜𝒷𝒸 😀",
                "Quote \" and \\ and / and <b>&amp;"
            })
    default void textOfAnyScriptIsKept(String text) {
        needs(NOTES_WRITE, NOTES_READ, TICKETS_CREATE, TICKETS_SEARCH);

        Ticket created =
                psa().tickets()
                        .create(
                                NewTicket.of(text, world().company().value())
                                        .with(TicketField.BOARD, world().board().value()));
        Note note = psa().notes().add(created.id(), NewNote.of(text, Audience.INTERNAL));

        assertThat(ticket(standIn(), created.id()).summary())
                .as("Question marks instead of letters")
                .isEqualTo(text);
        assertThat(psa().tickets().get(created.id()).summary()).isEqualTo(text);
        assertThat(standIn().notes(created.id()))
                .filteredOn(stored -> stored.id().equals(note.id()))
                .extracting(StoredNote::text)
                .containsExactly(text);
        assertThat(Walk.all(50, page -> psa().notes().list(created.id(), page)))
                .extracting(Note::text)
                .contains(text);
    }

    @Test
    default void aSummaryIsCountedInCodePoints() {
        needs(TICKETS_CREATE);
        int limit = provider().limits().summary();

        Ticket longest = works("100 umlauts are refused", () -> create("😀".repeat(limit)));

        assertThat(ticket(standIn(), longest.id()).summary())
                .as("A summary is cut")
                .isEqualTo("😀".repeat(limit));
        int before = standIn().tickets().size();
        refusedBeforeTheCall(() -> create("😀".repeat(limit + 1)));
        refusedBeforeTheCall(() -> create("a".repeat(limit + 1)));
        assertThat(standIn().tickets()).hasSize(before);
    }

    @Test
    default void aLongNoteIsPostedWholeOrRefused() {
        needs(NOTES_WRITE);
        String longest = "ü😀".repeat(provider().limits().noteText() / 2);

        psa().notes().add(world().ticket(), NewNote.of(longest, Audience.INTERNAL));

        assertThat(standIn().notes(world().ticket()).getLast().text())
                .as("A note ends in the middle")
                .isEqualTo(longest);
        refusedBeforeTheCall(() ->
                psa().notes()
                        .add(
                                world().ticket(),
                                NewNote.of(
                                        "ü".repeat(provider().limits().noteText() + 1),
                                        Audience.INTERNAL)));
    }

    private Ticket create(String summary) {
        return psa().tickets()
                .create(
                        NewTicket.of(summary, world().company().value())
                                .with(TicketField.BOARD, world().board().value()));
    }

    private void refusedBeforeTheCall(ThrowingCallable call) {
        standIn().forget();
        PsaException failure = failureOf("A text over the limit", call);
        assertThat(failure.code()).isIn(PsaErrorCode.INVALID_REQUEST, PsaErrorCode.REJECTED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(standIn().received().stream().filter(Received::write))
                .as("It was sent to the PSA")
                .isEmpty();
    }
}
