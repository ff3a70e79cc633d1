package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.Check;
import io.psabridge.spi.Verification.CheckName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What checking a connection must tell. */
public interface VerificationConformance extends PsaConformance {

    @Test
    default void openingAPsaMakesNoCall() {
        standIn().forget();

        psa();

        assertThat(standIn().received()).as("Opening must not call the PSA").isEmpty();
    }

    @Test
    default void goodKeysPassEveryCheckAndNameTheAccount() {
        Verification verification = psa().verify();

        assertThat(verification.failed())
                .as("Right keys are refused to the person who connects")
                .isEmpty();
        assertThat(verification.checks())
                .extracting(Check::name)
                .contains(CheckName.SIGN_IN)
                .isSorted();
        assertThat(verification.account())
                .as("Without an account, keys of another company could be rotated in")
                .isNotBlank();
        assertThat(psa().verify().account()).isEqualTo(verification.account());
    }

    @Test
    default void wrongKeysFailTheSignInCheckWithAFix() {
        expectWrongKeysAtSignIn();
    }

    @Test
    default void wrongKeysThatThePsaAnswersWithNotFoundAreStillWrongKeys() {
        standIn().arrange(StandInFault.WRONG_KEYS_AS_404, Operation.SIGN_IN);

        expectWrongKeysAtSignIn();
    }

    @Test
    default void anAddressWithoutAPsaFailsTheAddressCheck() {
        Verification verification =
                provider().open(bench().tenant().at(bench().nowhere()).access(PATIENCE)).verify();

        Check failed = verification.failed().orElseThrow();
        assertThat(failed.name()).isEqualTo(CheckName.ADDRESS);
        assertThat(failureOf(failed).code())
                .isIn(PsaErrorCode.SITE_NOT_ALLOWED, PsaErrorCode.UNAVAILABLE);
        assertThat(failed.fix()).as("The person who connects is not told what to do").isNotBlank();
    }

    @Test
    default void aMissingRightFailsTheRightsCheckAndNoOther() {
        needs(Operation.LIST_TICKETS);
        standIn().arrange(StandInFault.FORBIDDEN_403, Operation.LIST_TICKETS);

        Check failed = psa().verify().failed().orElseThrow();

        assertThat(failed.name()).isEqualTo(CheckName.RIGHTS);
        assertThat(failureOf(failed).code()).isEqualTo(PsaErrorCode.PERMISSION_DENIED);
        assertThat(failed.fix())
                .as("An administrator is not told which right is missing")
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML_503", "SERVER_ERROR_500", "RESET_BEFORE_COMMIT", "NO_ANSWER"})
    default void anOutageWhileConnectingIsNotBlamedOnTheKeys(StandInFault outage) {
        standIn().arrange(outage, Operation.SIGN_IN);

        PsaException failure = verifyFailure();

        assertThat(failure.code())
                .as("A person would be told to replace keys that are good")
                .isIn(PsaErrorCode.UNAVAILABLE, PsaErrorCode.TIMEOUT);
    }

    private PsaException verifyFailure() {
        try {
            return failureOf(psa(Duration.ofSeconds(1)).verify().failed().orElseThrow());
        } catch (PsaException deadlinePassed) {
            return deadlinePassed;
        }
    }

    private void expectWrongKeysAtSignIn() {
        Verification verification =
                provider()
                        .open(bench().tenant().with(bench().wrongCredentials()).access(PATIENCE))
                        .verify();

        assertThat(verification.ok())
                .as("Wrong keys would be stored as a working connection")
                .isFalse();
        Check failed = verification.failed().orElseThrow();
        assertThat(failed.name()).isEqualTo(CheckName.SIGN_IN);
        assertThat(failureOf(failed).code()).isEqualTo(PsaErrorCode.UNAUTHENTICATED);
        assertThat(failed.fix()).as("The person who connects is not told what to do").isNotBlank();
        List<Check> checks = verification.checks();
        assertThat(checks.getLast())
                .as("Nothing is checked after the first failure")
                .isEqualTo(failed);
        assertThat(verification.account()).as("Nobody signed in").isNull();
    }

    private static PsaException failureOf(Check check) {
        assertThat(check.failure()).as("A failed check says why").isNotNull();
        return Objects.requireNonNull(check.failure());
    }
}
