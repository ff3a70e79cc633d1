package io.psabridge.connectwise.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the provider and its client log at their most talkative; the sandbox is left out. */
final class RecordedLog implements AutoCloseable {

    private static final List<String> WATCHED =
            List.of("io.psabridge.connectwise", "io.psabridge.http", "org.apache.hc");

    private final Lines lines = new Lines();

    RecordedLog() {
        lines.start();
        for (String name : WATCHED) {
            Logger logger = logger(name);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(lines);
        }
    }

    List<String> lines() {
        return lines.all();
    }

    void clear() {
        lines.clear();
    }

    @Override
    public void close() {
        for (String name : WATCHED) {
            logger(name).detachAppender(lines);
        }
        lines.stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new ArrayList<>();

        @Override
        protected synchronized void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null
                            ? ""
                            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }

        synchronized List<String> all() {
            return List.copyOf(lines);
        }

        synchronized void clear() {
            lines.clear();
        }
    }
}
