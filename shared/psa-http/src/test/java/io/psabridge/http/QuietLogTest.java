package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log of these tests is at its most talkative. */
class QuietLogTest {

    @Test
    void neitherHeadersNorBodiesAreLogged() throws Exception {
        String secret = UUID.randomUUID().toString();
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Length: 36\r\nX-Secret: "
                        + secret
                        + "\r\n\r\n"
                        + secret;
        try (RawServer server = RawServer.plain(RawServer.answering(answer));
                GuardedCalls outbound = Outbounds.open(Outbounds.allowing(server))) {
            outbound.send(Calls.withHeader(server.origin(), "Authorization", secret));
            outbound.send(Calls.post(server.origin(), secret));
        }

        assertThat(LoggerFactory.getLogger("org.apache.hc.client5.http.wire").isTraceEnabled())
                .isTrue();
        assertThat(Files.readString(Path.of("target/test.log")))
                .contains("org.apache.hc.client5.http")
                .doesNotContain(secret);
    }
}
