package io.psabridge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Secret;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String PUBLIC = "pubKey12345";
    private static final String PRIVATE = "pri+vate/Key 98";

    private final Redaction redaction =
            Redaction.of(List.of(new Secret(PUBLIC), new Secret(PRIVATE)));

    @Test
    void secretsAreTakenOutAndTheRestStays() {
        assertThat(redaction.strip("Key " + PRIVATE + " of " + PUBLIC + " is wrong."))
                .isEqualTo("Key [secret] of [secret] is wrong.");
    }

    @Test
    void percentEncodedSecretsAreTakenOut() {
        assertThat(redaction.strip("?key=pri%2Bvate%2FKey+98&x=pri%2bvate%2fKey%2098"))
                .isEqualTo("?key=[secret]&x=[secret]");
    }

    @Test
    void aSignInInBase64IsTakenOutWhateverStandsAroundTheSecret() {
        for (String user : List.of("", "c", "co", "com", "acme+")) {
            for (String end : List.of("", ":", ":x", ":" + PRIVATE)) {
                String pair = user + PUBLIC + end;
                String basic = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
                String url = Base64.getUrlEncoder().encodeToString(pair.getBytes(UTF_8));

                assertThat(redaction.strip("Got 'Basic " + basic + "', refused"))
                        .as(pair)
                        .isEqualTo("Got 'Basic [secret]', refused");
                assertThat(redaction.strip(url)).isEqualTo("[secret]");
            }
        }
    }

    @Test
    void textWithoutSecretsStaysAsItIs() {
        String text = "Could not find status 12 on board $1 \\ Service: cHViS2V5";

        assertThat(redaction.strip(text)).isEqualTo(text);
    }

    @Test
    void aSecretInsideALongerOneLeavesNothingOfEither() {
        Redaction nested = Redaction.of(List.of(new Secret("abcdef"), new Secret("abcdefghij")));

        assertThat(nested.strip("abcdefghij abcdef")).isEqualTo("[secret] [secret]");
    }

    @Test
    void tooShortSecretsDoNotTakeTextsApart() {
        assertThat(Redaction.of(List.of(new Secret("a"), new Secret(""))).strip("a banana"))
                .isEqualTo("a banana");
    }
}
