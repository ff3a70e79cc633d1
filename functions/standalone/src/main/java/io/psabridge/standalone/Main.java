package io.psabridge.standalone;

import io.psabridge.platform.config.ConfigurationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts everything, and stops it on Ctrl-C or SIGTERM. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        Lifetime lifetime = new Lifetime();
        AtomicInteger exitCode = new AtomicInteger();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lifetime, exitCode), "stop"));
        try {
            Standalone.start(System.getenv(), lifetime, System.out);
            lifetime.awaitEnd();
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            exitCode.set(ConfigurationException.EXIT_CODE);
        } catch (RuntimeException e) {
            if (!lifetime.ended()) {
                e.printStackTrace();
                exitCode.set(FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(exitCode.get());
    }

    /** A JVM that a signal ends has another exit code than 0, unless it is halted. */
    private static void stop(Lifetime lifetime, AtomicInteger exitCode) {
        lifetime.close();
        System.out.flush();
        Runtime.getRuntime().halt(exitCode.get());
    }
}
