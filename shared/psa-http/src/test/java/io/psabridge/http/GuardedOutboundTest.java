package io.psabridge.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.psabridge.spi.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuardedOutboundTest {

    @RegisterExtension
    static final WireMockExtension psa =
            WireMockExtension.newInstance()
                    .options(options().bindAddress("127.0.0.1").dynamicPort())
                    .build();

    private GuardedOutbound outbound;

    @BeforeEach
    void open() {
        outbound =
                new GuardedOutbound(
                        OutboundSettings.DEFAULTS.withAllowedOrigins(List.of(psa.baseUrl())),
                        CallGate.OPEN);
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void anAnswerComesBackWhole() throws Exception {
        psa.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withHeader("X-Request-Id", "7")
                                        .withBody("nö")));

        Reply reply = outbound.send(call("GET", "/tickets", null));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("x-request-id")).contains("7");
        assertThat(reply.text()).isEqualTo("nö");
    }

    @Test
    void whatIsSentIsWhatWasAskedAndNothingMore() throws Exception {
        psa.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Set-Cookie", "a=b")));
        String target = "/v4_6//tickets/1?conditions=summary%20like%20%22%25a%2Bb%22&x=";

        outbound.send(call("PATCH", target, "[]"));
        outbound.send(call("GET", target, null));

        psa.verify(
                patchRequestedFor(urlEqualTo(target))
                        .withHeader("Authorization", equalTo("Basic secret"))
                        .withHeader("Content-Length", equalTo("2"))
                        .withRequestBody(equalTo("[]")));
        psa.verify(
                getRequestedFor(urlEqualTo(target))
                        .withHeader("User-Agent", equalTo("psa-bridge"))
                        .withHeader("Accept-Encoding", absent())
                        .withHeader("Cookie", absent())
                        .withHeader("Upgrade", absent()));
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
        psa.stubFor(
                any(urlEqualTo("/here"))
                        .willReturn(aResponse().withStatus(302).withHeader("Location", "/there")));

        Reply reply = outbound.send(call("GET", "/here", null));

        assertThat(reply.status()).isEqualTo(302);
        psa.verify(0, getRequestedFor(urlEqualTo("/there")));
    }

    private static Call call(String method, String target, @Nullable String body) {
        return new Call(
                "connection-1",
                method,
                URI.create(psa.baseUrl() + target),
                List.of(new Header("Authorization", "Basic secret")),
                body == null ? null : body.getBytes(UTF_8),
                Deadline.in(Duration.ofSeconds(5)),
                method.equals("GET"),
                null);
    }
}
