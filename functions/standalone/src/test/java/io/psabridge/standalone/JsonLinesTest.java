package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {

    @Test
    void anEventIsOneObjectOnOneLine() throws IOException {
        LoggingEvent event = event("two\nlines \"quoted\"");
        event.setMDCPropertyMap(Map.of("requestId", "r-1"));
        event.addKeyValuePair(new KeyValuePair("durationMs", 12));

        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);

        assertThat(line).hasLineCount(1).endsWith("\n");
        assertThat(JSON.std.mapFrom(line))
                .containsEntry("time", "2026-01-01T00:00:00Z")
                .containsEntry("level", "WARN")
                .containsEntry("message", "two\nlines \"quoted\"")
                .containsEntry("requestId", "r-1")
                .containsEntry("durationMs", 12);
    }

    private static LoggingEvent event(String message) {
        LoggingEvent event =
                new LoggingEvent(
                        "test",
                        new LoggerContext().getLogger("test"),
                        Level.WARN,
                        message,
                        null,
                        null);
        event.setInstant(Instant.parse("2026-01-01T00:00:00Z"));
        return event;
    }
}
