package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.psabridge.http.OutboundException.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRulesTest {

    private static final String PSA = "https://psa.example.com";

    @Test
    void aHeaderCannotBecomeStructure() {
        for (String value : List.of("a\r\nX: b", "a\nb", "a\rb", "a\0b", "ü", "\u2028")) {
            assertInvalid(Calls.withHeader(PSA, "X-Value", value));
        }
        for (String name : List.of("", "X Y", "X:Y", "X\r\nY", "X\0")) {
            assertInvalid(Calls.withHeader(PSA, name, "value"));
        }
    }

    @Test
    void headersThatFrameTheRequestAreNotTheCallersToSet() {
        for (String name :
                List.of("Host", "content-length", "Transfer-Encoding", "Connection", "Expect")) {
            assertInvalid(Calls.withHeader(PSA, name, "1"));
        }
    }

    @Test
    void aMethodIsOneOfSix() {
        for (String method : List.of("get", "CONNECT", "TRACE", "GET /x", "G\r\nET", "")) {
            assertInvalid(Calls.call(method, PSA, null, Duration.ofSeconds(1), null));
        }
    }

    @Test
    void anAddressIsPercentEncoded() {
        assertInvalid(Calls.get(PSA + "/tickets?summary=ü"));
        assertInvalid(Calls.get(PSA + "/ü"));
    }

    @Test
    void anOrdinaryCallPasses() {
        assertThatCode(() ->
                        CallRules.check(
                                Calls.withHeader(PSA + "/a%20b?c=%22d%22", "Accept", "x; v=1")))
                .doesNotThrowAnyException();
    }

    @Test
    void aCallPrintsNeitherQueryNorHeadersNorBody() {
        Call call = Calls.post(PSA + "/a%0Ab?secret=1", "{\"secret\":1}");

        assertThat(call).hasToString("POST psa.example.com/a%0Ab");
    }

    private static void assertInvalid(Call call) {
        OutboundException failure = failure(() -> CallRules.check(call));

        assertFails(failure, Reason.INVALID, false);
        assertThat(failure.getMessage()).doesNotContain("\r", "\n", "\0", "ü");
    }
}
