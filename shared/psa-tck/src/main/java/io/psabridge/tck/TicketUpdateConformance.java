package io.psabridge.tck;

import static io.psabridge.spi.Capability.TICKETS_UPDATE;
import static io.psabridge.tck.Failures.failsWith;
import static io.psabridge.tck.Stored.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaException.FieldError;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changing a ticket must do: only what is asked, and the truth about it. */
public interface TicketUpdateConformance extends PsaConformance {

    @Test
    default void aChangeNamesOnlyTheChangedMembers() {
        needs(TICKETS_UPDATE);
        standIn().editTicket(world().ticket(), TicketField.COMPANY, world().otherCompany().value());
        standIn().forget();

        update(TicketChange.NONE.set(TicketField.SUMMARY, "Fuser replaced"));

        assertThat(standIn().received().stream().filter(Received::write))
                .as("What others edited meanwhile would be overwritten")
                .hasSize(1)
                .allSatisfy(request ->
                        assertThat(request.fields()).isEqualTo(Set.of(TicketField.SUMMARY)));
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketField.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUMMARY", "STATUS", "BOARD", "COMPANY"})
    default void aFieldCanBeSetAndTheOthersStay(TicketField field) {
        needs(TICKETS_UPDATE);
        String value = world().references().get(field);
        assumeTrue(value != null, () -> "This PSA's tickets have no " + field);
        Id<Ticket> id = standIn().addTicket("Bare", world().board(), world().company());
        Map<TicketField, String> expected = new EnumMap<>(ticket(standIn(), id).references());
        expected.put(field, Objects.requireNonNull(value));

        Ticket changed =
                psa().tickets().update(id, TicketChange.NONE.set(field, expected.get(field)));

        assertThat(ticket(standIn(), id).references()).containsAllEntriesOf(expected);
        assertThat(changed.reference(field).map(reference -> reference.id())).hasValue(value);
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketField.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUMMARY", "STATUS", "BOARD", "COMPANY"})
    default void aFieldCanBeClearedAndTheOthersStay(TicketField field) {
        needs(TICKETS_UPDATE);
        assumeTrue(
                world().clearable().contains(field),
                () -> "This PSA's tickets can't be without " + field);
        world().references()
                .forEach((each, value) -> standIn().editTicket(world().ticket(), each, value));
        Map<TicketField, String> expected =
                new EnumMap<>(ticket(standIn(), world().ticket()).references());
        expected.remove(field);

        Ticket changed = update(TicketChange.NONE.clear(field));

        assertThat(ticket(standIn(), world().ticket()).references())
                .as("%s can't be taken off a ticket, or something else came off", field)
                .isEqualTo(expected);
        assertThat(changed.reference(field)).isEmpty();
    }

    @Test
    default void customFieldsStayAsTheyWere() {
        needs(TICKETS_UPDATE);
        standIn().setCustom(world().ticket(), "Rack 7");
        Map<String, String> before = ticket(standIn(), world().ticket()).custom();

        update(TicketChange.NONE.set(TicketField.SUMMARY, "Fuser replaced"));

        assertThat(ticket(standIn(), world().ticket()).custom())
                .as("Custom fields are wiped by a change of something else")
                .isEqualTo(before)
                .containsValue("Rack 7");
    }

    @Test
    default void aChangeThatThePsaIgnoresIsNotAppliedAndNamesTheField() {
        needs(TICKETS_UPDATE);
        standIn().arrange(StandInFault.WRITE_WITHOUT_EFFECT, Operation.UPDATE_TICKET);

        PsaException failure =
                failsWith(
                        PsaErrorCode.NOT_APPLIED,
                        "\"Done\" is shown and the ticket is as before",
                        () -> update(TicketChange.NONE.set(TicketField.SUMMARY, "Fuser replaced")));

        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure.errors()).extracting(FieldError::field).containsExactly("summary");
    }

    @Test
    default void aChangeMailsNobody() {
        needs(TICKETS_UPDATE);

        update(TicketChange.NONE.set(TicketField.SUMMARY, "Fuser replaced"));

        assertThat(standIn().mails()).as("The customer gets mail that nobody asked for").isZero();
    }

    private Ticket update(TicketChange change) {
        return psa().tickets().update(world().ticket(), change);
    }
}
