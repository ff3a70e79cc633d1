package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.LOGGER);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final WebServer server = new WebServer();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        lines.start();
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
        server.close();
    }

    @Test
    void aRequestIsOneLineThatNamesRouteTenantAndOutcome() throws Exception {
        server.get("/v1/widgets/c-7?q=words", Scope.READ);

        assertThat(line())
                .containsEntry("tenant", "acme")
                .containsEntry("connection", "c-7")
                .containsEntry("operation", "GET /v1/widgets/{connection}")
                .containsEntry("outcome", "ok")
                .containsKeys("requestId", "durationMs");
        assertThat(lines.list.toString() + line()).doesNotContain("words").doesNotContain("Bearer");
    }

    @Test
    void aFailureIsLoggedByItsCode() throws Exception {
        server.get("/v1/widgets/fails/missing", Scope.READ);

        assertThat(line()).containsEntry("outcome", "not_found");
    }

    @Test
    void aCallbacksPathIsNeverLogged() throws Exception {
        server.send(
                "POST",
                "/v1/widgets/callbacks/s3cret",
                "{}",
                r -> r.header("Content-Type", "application/json"));

        assertThat(line())
                .containsEntry("operation", "POST /v1/widgets/callbacks/{token}")
                .doesNotContainKey("tenant");
        assertThat(line().toString()).doesNotContain("s3cret");
    }

    @Test
    void anUnknownPathIsNotRepeated() throws Exception {
        server.get("/v1/s3cret", Scope.READ);

        assertThat(line())
                .containsEntry("operation", "GET (no route)")
                .containsEntry("outcome", "not_found");
    }

    private Map<String, String> line() {
        assertThat(lines.list).hasSize(1);
        return lines.list.getFirst().getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }
}
