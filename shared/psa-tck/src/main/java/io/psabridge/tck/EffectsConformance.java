package io.psabridge.tck;

import static io.psabridge.spi.Capability.NOTES_WRITE;
import static io.psabridge.spi.Capability.TICKETS_CREATE;
import static io.psabridge.tck.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Effect;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PsaException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A failed write says whether it may have happened, and is sent once. */
public interface EffectsConformance extends PsaConformance {

    Set<StandInFault> MAY_HAVE_HAPPENED =
            EnumSet.of(
                    StandInFault.RESET_AFTER_COMMIT,
                    StandInFault.NO_ANSWER,
                    StandInFault.SERVER_ERROR_500,
                    StandInFault.HTML_502,
                    StandInFault.HTML_503,
                    StandInFault.HTML_200,
                    StandInFault.EMPTY_200,
                    StandInFault.TRUNCATED_JSON,
                    StandInFault.NULL_200,
                    StandInFault.WRONG_SHAPE_200);

    Set<StandInFault> REFUSED =
            EnumSet.of(
                    StandInFault.BAD_REQUEST_400,
                    StandInFault.KEYS_REVOKED_401,
                    StandInFault.FORBIDDEN_403,
                    StandInFault.REFUSED_422,
                    StandInFault.RATE_LIMITED_JSON,
                    StandInFault.RATE_LIMITED_HTML,
                    StandInFault.RATE_LIMITED_EMPTY);

    List<Operation> WRITES =
            List.of(
                    Operation.CREATE_TICKET,
                    Operation.UPDATE_TICKET,
                    Operation.ADD_NOTE,
                    Operation.CHANGE_STATUS,
                    Operation.REGISTER_CALLBACK);

    static List<StandInFault> doubtful() {
        return List.copyOf(MAY_HAVE_HAPPENED);
    }

    static List<StandInFault> refused() {
        return List.copyOf(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("io.psabridge.tck.EffectsConformance#doubtful")
    default void aWriteThatMayHaveHappenedIsOfUnknownEffect(StandInFault fault) {
        for (Operation write : WRITES) {
            if (declares(write)) {
                standIn().reset();
                standIn().arrange(fault, write);
                PsaException failure = failureOf("A write without an answer", () -> attempt(write));
                assertThat(failure.effect())
                        .as("Somebody sends %s again after %s, and it is there twice", write, fault)
                        .isEqualTo(Effect.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.psabridge.tck.EffectsConformance#refused")
    default void aWriteThatWasRefusedHasNoEffect(StandInFault fault) {
        for (Operation write : WRITES) {
            if (declares(write)) {
                standIn().reset();
                standIn().arrange(fault, write);
                PsaException failure = failureOf("A refused write", () -> attempt(write));
                assertThat(failure.effect())
                        .as("After %s %s need not be looked up", fault, write)
                        .isEqualTo(Effect.NONE);
            }
        }
    }

    @Test
    default void aNoteWhoseAnswerIsLostIsThereOnceAndNotReportedAsFailed() {
        needs(NOTES_WRITE);
        standIn().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);

        PsaException failure =
                failureOf(
                        "A lost answer",
                        () ->
                                psa().notes()
                                        .add(
                                                world().ticket(),
                                                NewNote.of("Called back", Audience.INTERNAL)));

        assertThat(standIn().notes(world().ticket())).as("The same note twice").hasSize(1);
        assertThat(failure.effect())
                .as("A note is reported as failed though it is there")
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    default void aTicketWhoseAnswerIsLostIsThereOnce() {
        needs(TICKETS_CREATE);
        int before = standIn().tickets().size();
        standIn().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.CREATE_TICKET);

        failureOf("A lost answer", () -> psa().tickets().create(Operations.newTicket(world())));

        assertThat(standIn().tickets()).as("The same ticket twice").hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR_500", "HTML_503", "RESET_BEFORE_COMMIT", "HTML_200"})
    default void aCreateIsSentOnceWhateverComesBack(StandInFault fault) {
        needs(TICKETS_CREATE);
        standIn().arrange(fault, Operation.CREATE_TICKET);
        World world = world();
        standIn().forget();

        failureOf("A failed create", () -> psa().tickets().create(Operations.newTicket(world)));

        assertThat(standIn().received().stream().filter(Received::write))
                .as("A create may not be repeated blindly")
                .hasSize(1);
    }

    private void attempt(Operation operation) {
        Operations.run(operation, psa(Duration.ofSeconds(1)), world());
    }
}
