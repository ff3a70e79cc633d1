package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String FORGED =
            "{\"Action\":\"updated\",\"ID\":1,\"Type\":\"ticket\",\"Metadata\":{\"key_url\":"
                    + "\"https://na.myconnectwise.net/v2026_1//system/callbackkey/index.rails"
                    + "?companyName=%s&id=1\"}}";

    @Test
    void aKeyIsAskedForOnceAMinuteHoweverManyForgeriesCome() {
        AtomicLong now = new AtomicLong();
        SigningKeys keys = new SigningKeys(now::get);

        assertThat(keys.mayAskAgain("c")).isTrue();
        keys.remember("c", new CallbackSignature("key"));
        assertThat(keys.mayAskAgain("c")).isFalse();
        assertThat(keys.mayAskAgain("another")).isTrue();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(keys.mayAskAgain("c")).isTrue();
    }

    @Test
    void forgeriesAreRefusedWithOneCallForTheKey() {
        try (Bench bench =
                new Bench(request -> Answer.json(200, Map.of("signing_key", "the-real-key")))) {
            Psa psa = bench.psa();
            for (int i = 0; i < 5; i++) {
                refused(psa, FORGED.formatted("quillfeather"));
            }
            assertThat(bench.received()).hasSize(1);
        }
    }

    @Test
    void theKeyOfAnotherCompanyOnTheSameServerIsNotAskedFor() {
        try (Bench bench =
                new Bench(request -> Answer.json(200, Map.of("signing_key", "their-key")))) {
            refused(bench.psa(), FORGED.formatted("elsewhere"));
            refused(bench.psa(), FORGED.formatted("quillfeather&companyName=elsewhere"));

            assertThat(bench.received()).isEmpty();
        }
    }

    private static void refused(Psa psa, String body) {
        Message message =
                new Message(
                        Map.of("x-content-signature", "AAAA"),
                        body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> psa.callbacks().verify(message))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        e -> assertThat(e.code()).isEqualTo(PsaErrorCode.UNAUTHENTICATED));
    }
}
