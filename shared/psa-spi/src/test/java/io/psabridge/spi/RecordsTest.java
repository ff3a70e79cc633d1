package io.psabridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that was made is valid, and stays as it was made. */
class RecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u0000", "\u007f"})
    void anIdHasNoBlanksAndNoControlCharacters(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of(value));
    }

    @Test
    void anIdHasAtMost100Characters() {
        assertThatNoException().isThrownBy(() -> Id.of("x".repeat(100)));
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of("x".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "1acme", "ac-me", "acme "})
    void aProviderIdIsLowerCaseLettersAndDigits(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderId(value));
    }

    @Test
    void anInternalNoteNeverNotifies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewNote("text", Audience.INTERNAL, true, null));
        assertThatNoException()
                .isThrownBy(() -> new NewNote("text", Audience.DISCUSSION, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aNoteNeedsAText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NewNote.of(text, Audience.INTERNAL));
    }

    @Test
    void aTicketNeedsASummaryAndACompany() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewTicket.of(" ", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewTicket(Map.of(TicketField.SUMMARY, "x"), null, null));
    }

    @Test
    void aTicketKeepsWhatItWasMadeWith() {
        Map<TicketField, String> fields = new HashMap<>();
        fields.put(TicketField.SUMMARY, "Printer");
        fields.put(TicketField.COMPANY, "1");
        NewTicket ticket = new NewTicket(fields, null, null);

        fields.put(TicketField.BOARD, "2");

        assertThat(ticket.fields()).doesNotContainKey(TicketField.BOARD);
        assertThat(ticket.with(TicketField.BOARD, "3").withMarker("m").fields())
                .containsEntry(TicketField.BOARD, "3");
    }

    @Test
    void aChangeTellsKeptFromClearedFromSet() {
        TicketChange change =
                TicketChange.NONE.set(TicketField.SUMMARY, "x").clear(TicketField.CONTACT);

        assertThat(change.fields())
                .containsEntry(TicketField.SUMMARY, Optional.of("x"))
                .containsEntry(TicketField.CONTACT, Optional.empty())
                .doesNotContainKey(TicketField.BOARD);
    }

    @Test
    void aFilterRefersToRecordsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketFilter.ALL.with(TicketField.SUMMARY, "x"));
        assertThat(TicketFilter.ALL.withText("x").with(TicketField.BOARD, "1").withClosed(true))
                .isEqualTo(new TicketFilter("x", Map.of(TicketField.BOARD, "1"), true, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void aPageHas1To1000Items(int size) {
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(size));
    }
}
