package io.psabridge.tck;

import static io.psabridge.tck.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When the PSA says no, the caller learns which no it was. */
public interface RefusalsConformance extends PsaConformance {

    static List<Arguments> refusals() {
        return List.of(
                refusal(
                        StandInFault.BAD_REQUEST_400,
                        PsaErrorCode.REJECTED,
                        PsaErrorCode.INVALID_REQUEST),
                refusal(StandInFault.KEYS_REVOKED_401, PsaErrorCode.UNAUTHENTICATED),
                refusal(StandInFault.FORBIDDEN_403, PsaErrorCode.PERMISSION_DENIED),
                refusal(
                        StandInFault.REFUSED_422,
                        PsaErrorCode.REJECTED,
                        PsaErrorCode.INVALID_REQUEST),
                refusal(StandInFault.RATE_LIMITED_JSON, PsaErrorCode.RATE_LIMITED),
                refusal(StandInFault.RATE_LIMITED_HTML, PsaErrorCode.RATE_LIMITED),
                refusal(StandInFault.RATE_LIMITED_EMPTY, PsaErrorCode.RATE_LIMITED));
    }

    @ParameterizedTest
    @MethodSource("io.psabridge.tck.RefusalsConformance#refusals")
    default void aRefusalIsNamedAndAskedForOnce(StandInFault fault, Set<PsaErrorCode> codes) {
        for (Operation operation :
                List.of(Operation.READ_TICKET, Operation.CREATE_TICKET, Operation.LIST_MEMBERS)) {
            if (!declares(operation)) {
                continue;
            }
            standIn().reset();
            standIn().arrange(fault, operation);
            World world = world();
            standIn().forget();

            PsaException failure =
                    failureOf(
                            fault + " on " + operation,
                            () -> Operations.run(operation, psa(Duration.ofSeconds(5)), world));

            assertThat(failure.code()).as("%s on %s", fault, operation).isIn(codes);
            assertThat(sameRequests())
                    .as("A refusal is no reason to ask again: slow errors, locked keys")
                    .allMatch(count -> count == 1);
        }
    }

    @Test
    default void keysThatWereRevokedAreNoMissingTicket() {
        needs(Operation.READ_TICKET);
        psa().tickets().get(world().ticket());
        standIn().arrange(StandInFault.KEYS_REVOKED_401, Operation.READ_TICKET);

        assertThat(failureOf("Revoked keys", () -> psa().tickets().get(world().ticket())).code())
                .as("Links would be cleaned up because a key was revoked")
                .isEqualTo(PsaErrorCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "LIST_.*")
    default void aMissingRightIsNeverAnEmptyList(Operation list) {
        needs(list);
        standIn().arrange(StandInFault.FORBIDDEN_403, list);

        PsaException failure =
                failureOf(
                        "\"Nothing there\" instead of \"a right is missing\"",
                        () -> Operations.run(list, psa(), world()));

        assertThat(failure.code()).isEqualTo(PsaErrorCode.PERMISSION_DENIED);
        assertThat(failure.fix())
                .as("An administrator is not told which right is missing")
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED_JSON", "RATE_LIMITED_HTML", "RATE_LIMITED_EMPTY"})
    default void aRateLimitIsObeyedAndPassedOn(StandInFault limit) {
        needs(Operation.LIST_TICKETS);
        standIn().arrange(limit, Operation.LIST_TICKETS);
        World world = world();
        standIn().forget();

        PsaException failure =
                failureOf(
                        "Rate limit",
                        () ->
                                Operations.run(
                                        Operation.LIST_TICKETS, psa(Duration.ofSeconds(5)), world));

        assertThat(failure.code())
                .as("Works in the test, fails at the gateway")
                .isEqualTo(PsaErrorCode.RATE_LIMITED);
        assertThat(failure.retryAfter())
                .as("How long the PSA asked to be left alone")
                .hasValue(Duration.ofSeconds(30));
        assertThat(sameRequests())
                .as("The office is locked out of its PSA")
                .allMatch(count -> count == 1);
    }

    private List<Long> sameRequests() {
        return List.copyOf(
                standIn().received().stream()
                        .map(Received::request)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values());
    }

    private static Arguments refusal(StandInFault fault, PsaErrorCode... codes) {
        return Arguments.of(fault, Set.of(codes));
    }
}
