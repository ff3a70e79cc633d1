package io.psabridge.tck;

import static io.psabridge.tck.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.psabridge.spi.PsaErrorCode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Odd answers: what is no record is an error, and what is one is read. */
public interface AnswersConformance extends PsaConformance {

    @ParameterizedTest
    @EnumSource(
            names = {
                "HTML_200",
                "EMPTY_200",
                "TRUNCATED_JSON",
                "NULL_200",
                "ERROR_BODY_200",
                "WRONG_SHAPE_200"
            })
    default void anAnswerThatIsNoRecordIsAnError(StandInFault fault) {
        for (Operation operation : Operation.values()) {
            if (operation == Operation.SIGN_IN || operation.isWrite() || !declares(operation)) {
                continue;
            }
            standIn().reset();
            standIn().arrange(fault, operation);

            var failure =
                    failureOf(
                            "A record without content, or an empty list (%s on %s)"
                                    .formatted(fault, operation),
                            () -> Operations.run(operation, psa(Duration.ofSeconds(5)), world()));

            assertThat(failure.code())
                    .as("%s on %s", fault, operation)
                    .isIn(
                            PsaErrorCode.UNEXPECTED_REPLY,
                            PsaErrorCode.REJECTED,
                            PsaErrorCode.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"READ_.*", "LIST_.*"})
    default void aRecordWithoutItsOptionalMembersIsRead(Operation operation) {
        needs(operation);
        for (StandInFault gaps :
                new StandInFault[] {
                    StandInFault.NULL_MEMBERS,
                    StandInFault.ABSENT_MEMBERS,
                    StandInFault.EMPTY_REFERENCES
                }) {
            standIn().reset();
            standIn().arrange(gaps, operation);

            assertThatCode(() -> Operations.run(operation, psa(), world()))
                    .as("One odd record breaks the whole list (%s on %s)", gaps, operation)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void membersThatNobodyKnowsYetAreIgnored(Operation operation) {
        needs(operation);
        standIn().arrange(StandInFault.UNKNOWN_MEMBERS, operation);

        assertThatCode(() -> Operations.run(operation, psa(), world()))
                .as("Everything fails after the PSA's update")
                .doesNotThrowAnyException();
    }
}
