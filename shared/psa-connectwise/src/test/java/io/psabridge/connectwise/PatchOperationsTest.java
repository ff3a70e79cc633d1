package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatchOperationsTest {

    @Test
    void referencesAreReplacedWholeAndOnlyWhatChangesIsSent() {
        TicketChange change =
                TicketChange.NONE
                        .set(TicketField.ASSIGNEE, "115")
                        .set(TicketField.SUMMARY, "Küche \"offen\"\n")
                        .clear(TicketField.CONTACT);

        assertThat(Json.text(PatchOperations.of(change, 100)))
                .isEqualTo(
                        "[{\"op\":\"replace\",\"path\":\"summary\",\"value\":\"Küche \\\"offen\\\"\\n\"},"
                                + "{\"op\":\"replace\",\"path\":\"contact\",\"value\":null},"
                                + "{\"op\":\"replace\",\"path\":\"owner\",\"value\":{\"id\":115}}]");
    }

    @Test
    void theOtherWayToClearHasNoValue() {
        assertThat(Json.text(PatchOperations.remove(List.of(TicketField.SUB_TYPE))))
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"subType\"}]");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUMMARY", "COMPANY", "BOARD", "STATUS", "PRIORITY"})
    void whatATicketAlwaysHasCannotBeCleared(TicketField field) {
        refused(TicketChange.NONE.clear(field), field);
    }

    @Test
    void valuesThatNoTicketCanHaveAreRefused() {
        refused(TicketChange.NONE.set(TicketField.SUMMARY, " "), TicketField.SUMMARY);
        refused(TicketChange.NONE.set(TicketField.SUMMARY, "ü".repeat(101)), TicketField.SUMMARY);
        refused(TicketChange.NONE.set(TicketField.SUMMARY, "a\u0000b"), TicketField.SUMMARY);
        refused(TicketChange.NONE.set(TicketField.SUMMARY, "half \ud83d"), TicketField.SUMMARY);
        refused(TicketChange.NONE.set(TicketField.BOARD, "21/x"), TicketField.BOARD);
    }

    @Test
    void oneHundredCharactersOutsideTheBasicPlaneAreAllowed() {
        TicketChange change = TicketChange.NONE.set(TicketField.SUMMARY, "🫖".repeat(100));

        assertThat(PatchOperations.of(change, 100)).hasSize(1);
    }

    private static void refused(TicketChange change, TicketField field) {
        assertThatThrownBy(() -> PatchOperations.of(change, 100))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(PsaErrorCode.INVALID_REQUEST);
                            assertThat(e.errors())
                                    .extracting(PsaException.FieldError::field)
                                    .containsExactly(field.wireName());
                        });
    }
}
