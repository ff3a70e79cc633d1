package io.psabridge.tck;

import static io.psabridge.tck.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketFilter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the PSA is down or slow, nobody waits for long and nobody is blamed. */
public interface OutagesConformance extends PsaConformance {

    @ParameterizedTest
    @EnumSource(
            names = {
                "RESET_BEFORE_COMMIT",
                "NO_ANSWER",
                "SERVER_ERROR_500",
                "HTML_502",
                "HTML_503"
            })
    default void anOutageIsAnOutage(StandInFault outage) {
        needs(Operation.READ_TICKET);
        standIn().arrange(outage, Operation.READ_TICKET);

        PsaException failure =
                failureOf(
                        "An outage",
                        () -> psa(Duration.ofSeconds(1)).tickets().get(world().ticket()));

        assertThat(failure.code())
                .as("A working connection is shown as unauthorized, or a ticket as gone")
                .isIn(PsaErrorCode.UNAVAILABLE, PsaErrorCode.TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "DRIP", "ENDLESS_BODY"})
    default void aSlowPsaStopsNobody(StandInFault slow) {
        for (Operation operation : List.of(Operation.READ_TICKET, Operation.ADD_NOTE)) {
            if (!declares(operation)) {
                continue;
            }
            standIn().reset();
            standIn().arrange(slow, operation);

            PsaException failure =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(4),
                            () ->
                                    failureOf(
                                            "A slow PSA",
                                            () ->
                                                    Operations.run(
                                                            operation,
                                                            psa(Duration.ofSeconds(1)),
                                                            world())),
                            "One slow PSA stops everybody");

            assertThat(failure.code()).isIn(PsaErrorCode.TIMEOUT, PsaErrorCode.UNEXPECTED_REPLY);
        }
    }

    @Test
    default void keysGoToNoOtherHost() {
        needs(Operation.READ_TICKET);
        standIn().arrange(StandInFault.REDIRECTS_ELSEWHERE, Operation.READ_TICKET);

        failureOf("A redirect", () -> psa(Duration.ofSeconds(5)).tickets().get(world().ticket()));

        assertThat(standIn().receivedElsewhere()).as("Keys are stolen by a redirect").isZero();
    }

    @Test
    default void aPagingLinkLeadsToNoOtherHost() {
        needs(Operation.LIST_TICKETS);
        for (int i = 0; i < 10; i++) {
            standIn().addTicket("Row " + i, world().board(), world().company());
        }
        standIn().arrange(StandInFault.NEXT_LINK_ELSEWHERE, Operation.LIST_TICKETS);

        try {
            Walk.all(5, page -> psa().tickets().list(TicketFilter.ALL, page));
        } catch (PsaException refused) {
            assertThat(refused.code()).isEqualTo(PsaErrorCode.UNEXPECTED_REPLY);
        }

        assertThat(standIn().receivedElsewhere()).as("Keys are stolen by a paging link").isZero();
    }
}
