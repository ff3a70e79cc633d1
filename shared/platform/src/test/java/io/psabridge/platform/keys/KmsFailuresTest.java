package io.psabridge.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.testing.KmsStandIn;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What KMS can say that no stand-in says: disabled keys, missing rights, throttling, silence. */
class KmsFailuresTest {

    private static final Map<String, String> CONTEXT = Map.of("tenant", "acme");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Where calls are counted: the first of a JVM takes its time on a busy machine. */
    private static final Duration UNHURRIED = Duration.ofSeconds(20);

    private final byte[] key = DataKeys.fresh();

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException",
        "400, NotFoundException",
        "400, DisabledException",
        "400, KMSInvalidStateException",
        "400, InvalidKeyUsageException",
        "400, UnrecognizedClientException",
    })
    void aRefusalIsSaidWithItsReason(int status, String code) throws Exception {
        try (KmsDouble kms = KmsDouble.answering(status, code)) {
            KmsKeyWrapper keys = KmsKeyWrapper.of("alias/psa", UNHURRIED);

            assertThatThrownBy(() -> keys.wrap(key, CONTEXT))
                    .isInstanceOf(KeyRefusedException.class)
                    .hasMessageContaining(code)
                    .hasMessageContaining("The reason is");
            assertThat(kms.calls()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, InvalidCiphertextException", "400, IncorrectKeyException"})
    void whatDoesNotOpenBelongsToAnotherOrWasChanged(int status, String code) throws Exception {
        try (KmsDouble kms = KmsDouble.answering(status, code)) {
            byte[] wrapped = KmsBlob.of("arn:key/one", new byte[] {1, 2, 3}).bytes();

            assertThatThrownBy(
                            () -> KmsKeyWrapper.of("alias/psa", UNHURRIED).unwrap(wrapped, CONTEXT))
                    .isInstanceOf(KeyRefusedException.class)
                    .hasMessageContaining("another owner");
            assertThat(kms.calls()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, 2",
        "500, KMSInternalException, 2",
        "503, DependencyTimeoutException, 2",
        "400, KeyUnavailableException, 1",
        "400, ExpiredTokenException, 1",
    })
    void whatMayPassIsUnavailable(int status, String code, int leastCalls) throws Exception {
        try (KmsDouble kms = KmsDouble.answering(status, code)) {
            assertThatThrownBy(() -> KmsKeyWrapper.of("alias/psa", UNHURRIED).wrap(key, CONTEXT))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining(code);
            assertThat(kms.calls()).isBetween(leastCalls, 2);
        }
    }

    @Test
    void aKmsThatIsSilentIsGivenUpInTime() throws Exception {
        try (KmsDouble kms = KmsDouble.hanging()) {
            KmsKeyWrapper keys = KmsKeyWrapper.of("alias/psa", PATIENCE);
            long start = System.nanoTime();

            assertThatThrownBy(() -> keys.wrap(key, CONTEXT))
                    .isInstanceOf(KeyUnavailableException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(PATIENCE.plusSeconds(2));
            assertThat(kms.calls()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aKmsThatIsNotThereIsUnavailable() {
        Map<String, String> nowhere = KmsStandIn.properties(URI.create("http://127.0.0.1:1"));
        nowhere.forEach(System::setProperty);
        try {
            KmsKeyWrapper keys = KmsKeyWrapper.of("alias/psa", PATIENCE);

            assertThatThrownBy(() -> keys.wrap(key, CONTEXT))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining("cannot be reached");
        } finally {
            nowhere.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void withoutARegionItSaysWhatToSet() {
        // neither variables nor files nor the machine's own address may give one
        Map<String, String> none =
                Map.of(
                        "aws.configFile", "/nowhere",
                        "aws.sharedCredentialsFile", "/nowhere",
                        "aws.disableEc2Metadata", "true");
        none.forEach(System::setProperty);
        try {
            assertThatThrownBy(() -> KmsKeyWrapper.of("alias/psa", PATIENCE))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("AWS_REGION");
        } finally {
            none.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void eachWrapperSaysWhoseKeyItWas() {
        byte[] byRing = FernetKeyRing.of(FernetKeyRing.generate()).wrap(key, CONTEXT);
        byte[] byKms = KmsBlob.of("arn:key/one", new byte[] {1, 2, 3}).bytes();

        assertThatThrownBy(() -> KmsBlob.read(byRing))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageContaining("PSA_BRIDGE_FERNET_KEYS");
        assertThatThrownBy(() -> FernetKeyRing.of(FernetKeyRing.generate()).unwrap(byKms, CONTEXT))
                .isInstanceOf(KeyRefusedException.class)
                .hasMessageContaining("KMS_KEY_ID");
        for (int length = 0; length < byKms.length - 3; length++) {
            byte[] cut = Arrays.copyOf(byKms, length);
            assertThatThrownBy(() -> KmsBlob.read(cut)).isInstanceOf(KeyRefusedException.class);
        }
    }
}
