package io.psabridge.tck;

import static io.psabridge.spi.Capability.STATUSES;
import static io.psabridge.tck.Failures.failsWith;
import static io.psabridge.tck.Failures.works;
import static io.psabridge.tck.Stored.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a status change must do: on the ticket's own board, and the truth about it. */
public interface StatusesConformance extends PsaConformance {

    @Test
    default void aBoardShowsItsOwnStatusesWithTheirFlags() {
        needs(STATUSES);
        List<Status> statuses = psa().statuses().ofBoard(world().board());

        assertThat(statuses)
                .extracting(Status::id)
                .contains(
                        world().sameName(), world().closedByFlag(), world().openThoughNamedClosed())
                .doesNotContain(world().sameNameElsewhere())
                .doesNotHaveDuplicates();
        assertThat(status(statuses, world().closedByFlag()).closed())
                .as("A status that closes, whatever its name")
                .isTrue();
        assertThat(status(statuses, world().openThoughNamedClosed()).closed())
                .as("A name closes nothing")
                .isFalse();
        assertThat(statuses.stream().filter(Status::isDefault))
                .as("The board's default status")
                .hasSize(1);
    }

    @Test
    default void aChangedStatusIsHeldAndReadBack() {
        needs(STATUSES);

        Ticket changed = psa().statuses().change(world().ticket(), world().sameName());

        assertThat(heldStatus(world().ticket())).isEqualTo(world().sameName().value());
        assertThat(changed.reference(TicketField.STATUS).orElseThrow().id())
                .isEqualTo(world().sameName().value());
        assertThat(standIn().mails()).as("A change of status mails nobody").isZero();
    }

    @Test
    default void aStatusClosesATicketByItsFlag() {
        needs(STATUSES);

        assertThat(
                        psa().statuses()
                                .change(world().ticket(), world().openThoughNamedClosed())
                                .closed())
                .isFalse();
        assertThat(psa().statuses().change(world().ticket(), world().closedByFlag()).closed())
                .isTrue();
    }

    @Test
    default void aStatusOfTheSameNameOnAnotherBoardIsAnotherStatus() {
        needs(STATUSES);
        Id<Ticket> elsewhere =
                standIn().addTicket("Elsewhere", world().otherBoard(), world().company());

        works(
                "A status fails on one board because another board has its name",
                () -> psa().statuses().change(elsewhere, world().sameNameElsewhere()));

        assertThat(heldStatus(elsewhere))
                .as("The ticket went somewhere else")
                .isEqualTo(world().sameNameElsewhere().value());
    }

    @Test
    default void aStatusOfAnotherBoardIsRefusedAndTheTicketStays() {
        needs(STATUSES);
        StoredTicket before = ticket(standIn(), world().ticket());

        var failure =
                failsWith(
                        PsaErrorCode.STATUS_NOT_ON_BOARD,
                        "A status of another board",
                        () ->
                                psa().statuses()
                                        .change(world().ticket(), world().sameNameElsewhere()));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(ticket(standIn(), world().ticket()).references()).isEqualTo(before.references());
    }

    @Test
    default void aStatusThatThePsaIgnoresIsNotApplied() {
        needs(STATUSES);
        standIn().arrange(StandInFault.WRITE_WITHOUT_EFFECT, Operation.CHANGE_STATUS);

        expectNotApplied();
    }

    @Test
    default void aStatusThatAWorkflowPutsBackIsNotApplied() {
        needs(STATUSES);
        standIn().arrange(StandInFault.WORKFLOW_UNDOES_STATUS, Operation.CHANGE_STATUS);

        expectNotApplied();
    }

    private void expectNotApplied() {
        var failure =
                failsWith(
                        PsaErrorCode.NOT_APPLIED,
                        "\"Done\" is shown and the ticket is as before",
                        () -> psa().statuses().change(world().ticket(), world().sameName()));
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    }

    private String heldStatus(Id<Ticket> id) {
        return ticket(standIn(), id).references().getOrDefault(TicketField.STATUS, "none");
    }

    private static Status status(List<Status> statuses, Id<Status> id) {
        return statuses.stream().filter(status -> status.id().equals(id)).findFirst().orElseThrow();
    }
}
