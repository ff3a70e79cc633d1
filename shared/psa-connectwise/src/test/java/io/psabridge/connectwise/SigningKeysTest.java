package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Secret;
import io.psabridge.tck.KeptKeys;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String FORGED =
            "{\"Action\":\"updated\",\"ID\":1,\"Type\":\"ticket\",\"Metadata\":{\"key_url\":"
                    + "\"https://na.myconnectwise.net/v2026_1//system/callbackkey/index.rails"
                    + "?companyName=%s&id=1\"}}";

    @Test
    void forgeriesAreRefusedWithNoMoreCallsForTheKeyThanMayBe() {
        try (Bench bench =
                new Bench(request -> Answer.json(200, Map.of("signing_key", "the-real-key")))) {
            KeptKeys keys = new KeptKeys(1);
            keys.keep(new Secret("an-older-key"));
            for (int i = 0; i < 5; i++) {
                refused(bench.psa(), FORGED.formatted("quillfeather"), keys);
            }
            assertThat(bench.received()).hasSize(1);
            assertThat(keys.known().orElseThrow().expose())
                    .as("a key that does not fit is none")
                    .isEqualTo("an-older-key");
        }
    }

    @Test
    void theKeyOfAnotherCompanyOnTheSameServerIsNotAskedFor() {
        try (Bench bench =
                new Bench(request -> Answer.json(200, Map.of("signing_key", "their-key")))) {
            refused(bench.psa(), FORGED.formatted("elsewhere"), KeptKeys.unlimited());
            refused(
                    bench.psa(),
                    FORGED.formatted("quillfeather&companyName=elsewhere"),
                    KeptKeys.unlimited());

            assertThat(bench.received()).isEmpty();
        }
    }

    private static void refused(Psa psa, String body, KeptKeys keys) {
        Message message =
                new Message(
                        Map.of("x-content-signature", "AAAA"),
                        body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> psa.callbacks().verify(message, keys))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        e -> assertThat(e.code()).isEqualTo(PsaErrorCode.UNAUTHENTICATED));
    }
}
