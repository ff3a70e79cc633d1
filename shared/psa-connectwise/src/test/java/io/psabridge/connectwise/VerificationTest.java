package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.Check;
import io.psabridge.spi.Verification.CheckName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Answer FORBIDDEN =
            Answer.json(
                    403,
                    Map.of(
                            "code",
                            "Security",
                            "message",
                            "You do not have security permission to perform this action."));

    @Test
    void goodKeysPassFiveChecksAndNameTheCompanyWhicheverHostWasTyped() {
        try (Bench bench = new Bench(VerificationTest::allIsWell)) {
            Verification plain = bench.psa().verify();
            Verification api = bench.psa("api-na.myconnectwise.net", Bench.credentials()).verify();

            assertThat(plain.checks()).extracting(Check::name).containsExactly(CheckName.values());
            assertThat(plain.ok()).isTrue();
            assertThat(plain.psaVersion()).isEqualTo("v2026.1.112233");
            assertThat(plain.account()).isEqualTo("quillfeather@na.myconnectwise.net");
            assertThat(api.account()).isEqualTo(plain.account());
        }
    }

    @Test
    void withoutAClientIdNothingThatNeedsItIsSent() {
        try (Bench bench = new Bench(VerificationTest::allIsWell, ConnectWiseSettings.of(null))) {
            Check failed = failed(bench.psa().verify(), CheckName.CLIENT_ID);

            assertThat(failed.fix()).contains("CONNECTWISE_CLIENT_ID");
            assertThat(bench.calls()).isEmpty();
        }
    }

    @Test
    void aConnectionsOwnClientIdGoesBeforeTheVendors() {
        try (Bench bench = new Bench(VerificationTest::allIsWell)) {
            Credentials own =
                    Credentials.of(Map.of("clientId", "own-id")).orElse(Bench.credentials());

            assertThat(bench.psa("na.myconnectwise.net", own).verify().ok()).isTrue();

            assertThat(bench.received().getLast().headers()).containsEntry("clientid", "own-id");
        }
    }

    @Test
    void aRefusalOfTheCheapestCallNamesBothCauses() {
        try (Bench bench = new Bench(request -> FORBIDDEN)) {
            Check failed = failed(bench.psa().verify(), CheckName.CLIENT_ID);

            assertThat(failed.fix()).contains("client id", "Service Desk / Service Tickets");
            assertThat(Objects.requireNonNull(failed.failure()).code())
                    .isEqualTo(PsaErrorCode.PERMISSION_DENIED);
        }
    }

    @Test
    void everyMissingRightIsNamed() {
        try (Bench bench =
                new Bench(request ->
                        request.path().endsWith("/service/boards")
                                        || request.path().endsWith("/system/members")
                                ? FORBIDDEN
                                : allIsWell(request))) {
            Verification verification = bench.psa().verify();
            Check failed = failed(verification, CheckName.RIGHTS);

            assertThat(failed.fix())
                    .contains("System / Table Setup", "System / Member Maintenance")
                    .doesNotContain("Contacts");
            assertThat(verification.account()).isNotNull();
        }
    }

    @Test
    void openSystemInformationIsNoProofOfGoodKeys() {
        for (int status : List.of(401, 404)) {
            try (Bench bench =
                    new Bench(request ->
                            request.path().endsWith("/system/info")
                                    ? allIsWell(request)
                                    : Answer.json(status, Map.of("code", "x")))) {
                Verification verification = bench.psa().verify();

                failed(verification, CheckName.SIGN_IN);
                assertThat(verification.account()).isNull();
            }
        }
    }

    @Test
    void anAddressThatIsNoneFailsBeforeAnyCall() {
        try (Bench bench = new Bench(VerificationTest::allIsWell)) {
            failed(
                    bench.psa("https://na.myconnectwise.net/v4_6_release", Bench.credentials())
                            .verify(),
                    CheckName.ADDRESS);

            assertThat(bench.received()).isEmpty();
        }
    }

    @Test
    void missingKeysFailTheSignIn() {
        try (Bench bench = new Bench(VerificationTest::allIsWell)) {
            Function<Map<String, String>, Verification> verify =
                    values -> bench.psa("na.myconnectwise.net", Credentials.of(values)).verify();

            failed(verify.apply(Map.of("companyId", "quillfeather")), CheckName.SIGN_IN);
            failed(verify.apply(Map.of("publicKey", "x")), CheckName.SIGN_IN);
        }
    }

    private static Check failed(Verification verification, CheckName name) {
        Check failed = verification.failed().orElseThrow();
        assertThat(failed.name()).isEqualTo(name);
        assertThat(failed.fix()).isNotBlank();
        assertThat(verification.checks().getLast()).isEqualTo(failed);
        return failed;
    }

    private static Answer allIsWell(Received request) {
        return request.path().endsWith("/system/info")
                ? Answer.json(200, Map.of("version", "v2026.1.112233"))
                : Answer.json(200, List.of());
    }
}
