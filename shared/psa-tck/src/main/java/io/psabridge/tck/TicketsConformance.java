package io.psabridge.tck;

import static io.psabridge.spi.Capability.TICKETS_CREATE;
import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static io.psabridge.tck.Failures.failsWith;
import static io.psabridge.tck.Stored.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading and creating tickets must do. */
public interface TicketsConformance extends PsaConformance {

    @Test
    default void aTicketIsShownAsThePsaHoldsIt() {
        needs(TICKETS_SEARCH);
        StoredTicket stored = ticket(standIn(), world().ticket());

        Ticket shown = psa().tickets().get(stored.id());

        assertThat(shown.id()).isEqualTo(stored.id());
        assertThat(shown.summary()).isEqualTo(stored.summary());
        assertThat(shown.closed()).isEqualTo(stored.closed());
        stored.references()
                .forEach((field, id) ->
                        assertThat(shown.reference(field).map(reference -> reference.id()))
                                .as("%s of the ticket", field)
                                .hasValue(id));
        assertThat(shown.url().isAbsolute()).as("A person can't open the ticket").isTrue();
        assertThat(shown.raw()).as("The PSA's own JSON").startsWith("{");
    }

    @Test
    default void aTicketThatIsNotThereIsNotFound() {
        needs(TICKETS_SEARCH);
        Id<Ticket> gone = standIn().addTicket("Soon gone", world().board(), world().company());
        standIn().removeTicket(gone);

        failsWith(PsaErrorCode.NOT_FOUND, "A deleted ticket", () -> psa().tickets().get(gone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/notes",
                "../members/1",
                "1?x=y",
                "1%2Fnotes",
                "1;a=b",
                "1#x",
                "-1",
                "1,2",
                "İ"
            })
    default void anIdCannotReachAnotherRecord(String id) {
        needs(TICKETS_SEARCH);

        assertThat(
                        Failures.failureOf(
                                        "An id that is a path",
                                        () -> psa().tickets().get(Id.of(id)))
                                .code())
                .isIn(PsaErrorCode.INVALID_REQUEST, PsaErrorCode.NOT_FOUND);
    }

    @Test
    default void aCreatedTicketIsHeldAsAskedAndCanBeReadBack() {
        needs(TICKETS_CREATE, TICKETS_SEARCH);
        NewTicket asked = fullTicket();

        Ticket created = psa().tickets().create(asked);

        StoredTicket stored = ticket(standIn(), created.id());
        Map<TicketField, String> references = Stored.withoutSummary(asked.fields());
        assertThat(stored.references()).containsAllEntriesOf(references);
        assertThat(stored.summary()).isEqualTo("Printer on fire");
        Ticket read = psa().tickets().get(created.id());
        assertThat(read.summary()).isEqualTo(created.summary());
        assertThat(read.references()).isEqualTo(created.references());
    }

    @Test
    default void creatingATicketMakesOneAndMailsNobody() {
        needs(TICKETS_CREATE);
        int before = standIn().tickets().size();

        psa().tickets().create(fullTicket().withDescription("Smoke on the second floor"));

        assertThat(standIn().tickets()).hasSize(before + 1);
        assertThat(standIn().mails()).as("The customer gets mail that nobody asked for").isZero();
    }

    @Test
    default void aCreateThatThePsaFollowsInPartIsNotApplied() {
        needs(TICKETS_CREATE);
        standIn().arrange(StandInFault.WRITE_WITHOUT_EFFECT, Operation.CREATE_TICKET);

        var failure =
                failsWith(
                        PsaErrorCode.NOT_APPLIED,
                        "A ticket without what was asked is reported as done",
                        () -> psa().tickets().create(fullTicket()));

        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure.errors()).as("The fields are not named").isNotEmpty();
    }

    @Test
    default void aTicketIsFoundByItsMarkerAndByNothingElse() {
        needs(TICKETS_CREATE);
        psa().tickets().create(fullTicket().withMarker("pb1-0123456789abcdef"));
        Ticket newest = psa().tickets().create(fullTicket().withMarker("pb1-0123456789abcdef"));
        psa().tickets().create(fullTicket().withMarker("pb1-0123456789abcdef-2"));

        assertThat(psa().tickets().findByMarker("pb1-0123456789abcdef").map(Ticket::id))
                .hasValue(newest.id());
        assertThat(psa().tickets().findByMarker("pb1-0123456789")).as("Part of a marker").isEmpty();
        assertThat(psa().tickets().findByMarker("pb1-%")).as("A wildcard is no marker").isEmpty();
        assertThat(psa().tickets().findByMarker("\" or \"\" = \""))
                .as("A marker is no structure")
                .isEmpty();
    }

    private NewTicket fullTicket() {
        NewTicket ticket = Operations.newTicket(world());
        for (Map.Entry<TicketField, String> reference : world().references().entrySet()) {
            ticket = ticket.with(reference.getKey(), reference.getValue());
        }
        return ticket;
    }
}
