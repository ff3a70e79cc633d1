package io.psabridge.standalone;

import io.psabridge.functions.maintenance.TaskException;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.web.SafeTrace;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
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
            run(List.of(arguments), lifetime);
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            exitCode.set(ConfigurationException.EXIT_CODE);
        } catch (TaskException e) {
            System.err.println(e.getMessage());
            exitCode.set(FAILED);
        } catch (RuntimeException | IOException e) {
            if (!lifetime.ended()) {
                SafeTrace.of(e).printStackTrace();
                exitCode.set(FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(exitCode.get());
    }

    private static void run(List<String> arguments, Lifetime lifetime)
            throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        if (arguments.isEmpty()) {
            Standalone.start(environment, lifetime, System.out);
            lifetime.awaitEnd();
        } else if (arguments.getFirst().equals(MaintenanceCommand.NAME)) {
            PrintStream answer = System.out;
            System.setOut(System.err); // logs go where the answer does not
            MaintenanceCommand.run(arguments, environment, lifetime, System.in, answer);
        } else {
            throw new ConfigurationException(
                    "Without arguments it serves; the one command is: maintenance <task>");
        }
    }

    /** A JVM that a signal ends has another exit code than 0, unless it is halted. */
    private static void stop(Lifetime lifetime, AtomicInteger exitCode) {
        lifetime.close();
        System.out.flush();
        Runtime.getRuntime().halt(exitCode.get());
    }
}
