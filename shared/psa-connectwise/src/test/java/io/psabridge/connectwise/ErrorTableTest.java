package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.Header;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorTableTest {

    private static final Failures FAILURES =
            new Failures(Excerpt.without(List.of(new Secret("PRIVKEYfake00001"))), "2026.4");
    private static final WireRequest READ = WireRequest.get("/service/tickets/1");
    private static final WireRequest WRITE =
            WireRequest.post("/service/tickets", Map.of("summary", "x"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "302|<html>|SITE_NOT_ALLOWED",
                "400|Cannot route. Codebase/company is invalid|UNAUTHENTICATED",
                "400|{\"code\":\"Security\",\"message\":\"SSL is required.\"}|SITE_NOT_ALLOWED",
                "400|{\"code\":\"InvalidObject\",\"errors\":[{\"code\":\"NotFound\",\"field\":\"status/id\"}]}|STATUS_NOT_ON_BOARD",
                "400|{\"code\":\"InvalidObject\",\"errors\":[{\"code\":\"NotFound\",\"field\":\"member/id\"}]}|MEMBER_NOT_FOUND",
                "400|{\"code\":\"InvalidObject\",\"errors\":[{\"code\":\"NotFound\",\"field\":\"company/id\"}]}|REJECTED",
                "400|{\"code\":\"ObjectExists\",\"errors\":null}|REJECTED",
                "400|{\"code\":\"ApiFindCondition\",\"message\":\"name is not a recognized name.\"}|REJECTED",
                "400|<html>|REJECTED",
                "401||UNAUTHENTICATED",
                "401|Cannot route. Codebase/company is invalid|UNAUTHENTICATED",
                "401|{\"code\":\"ConnectWiseApi\",\"message\":\"UserNotAuthenticated\"}|UNAUTHENTICATED",
                "403|{\"code\":\"Security\",\"message\":\"You do not have security permission to perform this action.\"}|PERMISSION_DENIED",
                "403|{\"code\":\"Security\",\"message\":\"SSL is required.\"}|SITE_NOT_ALLOWED",
                "403|<html>blocked</html>|PERMISSION_DENIED",
                "404|{\"code\":\"NotFound\",\"message\":\"Ticket 1 not found\"}|NOT_FOUND",
                "404|{\"code\":\"ConnectWiseApi\",\"message\":\"The endpoint does not exist.\"}|UNEXPECTED_REPLY",
                "405||REJECTED",
                "408||TIMEOUT",
                "409|{\"code\":\"Conflict\"}|REJECTED",
                "414|<html>|UNEXPECTED_REPLY",
                "415|{\"code\":\"InvalidObject\"}|REJECTED",
                "422||REJECTED",
                "429|{\"error\":\"ConnectWiseAPI\"}|RATE_LIMITED",
                "429|<html>Error 1015</html>|RATE_LIMITED",
                "429||RATE_LIMITED",
                "500|timeout|UNAVAILABLE",
                "502|<html>|UNAVAILABLE",
                "503|<html>|UNAVAILABLE",
                "520|<html>|UNAVAILABLE",
                "600|x|UNEXPECTED_REPLY"
            })
    void everyAnswerHasACode(int status, String body, PsaErrorCode code) {
        PsaException failure = FAILURES.of(READ, reply(status, body == null ? "" : body)).build();

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.getMessage()).contains("ticket 1").doesNotContain("<html>");
    }

    @ParameterizedTest
    @CsvSource({
        "400, NONE",
        "401, NONE",
        "403, NONE",
        "404, NONE",
        "409, NONE",
        "429, NONE",
        "500, UNKNOWN",
        "502, UNKNOWN",
        "503, UNKNOWN"
    })
    void onlyAServerErrorLeavesTheEffectOfAWriteUnknown(int status, Effect effect) {
        assertThat(FAILURES.of(WRITE, reply(status, "")).build().effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerHasACodeTooAndAnEffectThatIsTrue(OutboundException.Reason reason) {
        OutboundException sent = new OutboundException(reason, true, "no answer", null);
        OutboundException unsent = new OutboundException(reason, false, "no answer", null);

        assertThat(FAILURES.of(WRITE, sent).build().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(FAILURES.of(WRITE, unsent).build().effect()).isEqualTo(Effect.NONE);
        assertThat(FAILURES.of(READ, sent).build().effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void theWordsOfThePsaAreKeptWithoutSecretsAndOnOneLine() {
        Reply reply =
                new Reply(
                        400,
                        List.of(
                                new Header("Content-Type", "application/json"),
                                new Header("X-CW-Request-Id", "abc-1")),
                        bytes(
                                "{\"code\":\"InvalidObject\",\"message\":\"bad PRIVKEYfake00001\\r\\nhere\","
                                        + "\"errors\":[{\"code\":\"MaxLengthField\",\"message\":\"too long\",\"field\":\"summary\"},"
                                        + "{\"code\":\"MissingRequiredField\",\"message\":\"needed\",\"field\":\"owner/id\"}]}"));

        PsaException failure = FAILURES.of(WRITE, reply).build();

        PsaException.Answer answer = failure.answer().orElseThrow();
        assertThat(answer.code()).isEqualTo("InvalidObject");
        assertThat(answer.message()).isEqualTo("bad [secret] here");
        assertThat(answer.requestId()).isEqualTo("abc-1");
        assertThat(failure.errors())
                .extracting(PsaException.FieldError::field)
                .containsExactly("summary", "assigneeId");
    }

    @Test
    void aKeyOfOneLetterTakesNoMessageApart() {
        Failures failures = new Failures(Excerpt.without(List.of(new Secret("c"))), "2026.4");
        OutboundException blocked =
                new OutboundException(
                        OutboundException.Reason.NOT_ALLOWED,
                        false,
                        "10.0.0.1 leads to an address that is not on the public internet",
                        null);

        assertThat(failures.of(READ, blocked).build())
                .hasMessage("10.0.0.1 leads to an address that is not on the public internet");
    }

    @Test
    void aMissingRightIsNamed() {
        PsaException failure = FAILURES.of(WRITE, reply(403, "")).build();

        assertThat(failure.getMessage()).contains("Service Desk / Service Tickets, Add, All");
        assertThat(failure.fix())
                .hasValueSatisfying(
                        fix -> assertThat(fix).contains("Service Tickets, Add", "client id"));
    }

    @Test
    void aFaultInAFieldThatWasNotSentIsToBeMendedInThePsa() {
        WireRequest change =
                WireRequest.patch(
                        "/service/tickets/1", List.of(PatchOperations.replace("summary", "x")));

        PsaException failure =
                FAILURES.of(
                                change,
                                reply(
                                        400,
                                        "{\"code\":\"InvalidObject\",\"errors\":[{\"code\":\"MaxLengthField\",\"message\":\"x\",\"field\":\"contactEmailAddress\"}]}"))
                        .build();

        assertThat(failure.fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("contactEmailAddress"));
    }

    @Test
    void anOldVersionIsNamed() {
        Reply reply =
                new Reply(
                        400,
                        List.of(new Header("api-current-version", "2025.1")),
                        bytes(
                                "{\"code\":\"ConnectWiseApi\",\"message\":\"Could not find member 'x' on object of type 'Ticket'.\"}"));

        assertThat(FAILURES.of(WRITE, reply).build().fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("2026.4", "2025.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30||PT30S",
                "0||PT0S",
                "86400||PT1H",
                "Mon, 02 Mar 2026 14:00:30 GMT|Mon, 02 Mar 2026 14:00:00 GMT|PT30S",
                "Mon, 02 Mar 2026 13:00:00 GMT|Mon, 02 Mar 2026 14:00:00 GMT|",
                "-5||",
                "soon||"
            })
    void howLongToWaitIsAtMostAnHour(String asked, String date, Duration wait) {
        Reply reply =
                new Reply(
                        429,
                        List.of(
                                new Header("Retry-After", asked),
                                new Header("Date", date == null ? "" : date)),
                        new byte[0]);

        assertThat(FAILURES.of(READ, reply).build().retryAfter().orElse(null)).isEqualTo(wait);
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, List.of(), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
