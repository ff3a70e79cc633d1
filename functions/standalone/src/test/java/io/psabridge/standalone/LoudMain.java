package io.psabridge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The product with every logger at its loudest, before it does anything. */
final class LoudMain {

    /** What a logger of ours says when it is allowed to say everything. */
    static final String LOUD = "as loud as it gets";

    private LoudMain() {}

    public static void main(String[] arguments) {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        loggers.getLoggerList().forEach(logger -> logger.setLevel(Level.TRACE));
        LoggerFactory.getLogger(LoudMain.class).trace(LOUD);
        Main.main(arguments);
    }
}
