package io.psabridge.benchmark;

import io.psabridge.benchmark.Options.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Measures, from the project's folder, and writes the document. */
public final class Main {

    private static final int BAD_USE = 2;
    private static final int WARMING_CALLERS = 8;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USE);
            return;
        }
        Machine machine = Machine.here();
        Findings findings = measure(options);
        String command = String.join(" ", arguments);
        Document document =
                new Document(machine, LocalDate.now(ZoneOffset.UTC), command, options, findings);
        Files.writeString(options.output(), document.text());
        System.err.println("Written: " + options.output());
        System.exit(0); // the test database ends with the process
    }

    private static Findings measure(Options options) {
        @Nullable Startup startup = null;
        if (options.has(Part.STARTUP)) {
            say("Start-up of the whole product");
            startup = Startup.measure(options.runs());
        }
        @Nullable Calls calls = null;
        @Nullable Throughput throughput = null;
        @Nullable Neighbours neighbours = null;
        if (options.has(Part.OVERHEAD)
                || options.has(Part.THROUGHPUT)
                || options.has(Part.NEIGHBOURS)) {
            try (Bench bench = Bench.start()) {
                try {
                    warmUp(bench, options);
                    if (options.has(Part.OVERHEAD)) {
                        say("One caller, beside the PSA's own time");
                        calls = Calls.measure(bench, options);
                    }
                    if (options.has(Part.THROUGHPUT)) {
                        say("Many callers");
                        throughput = Throughput.measure(bench, options.rounds(), options.seconds());
                    }
                    if (options.has(Part.NEIGHBOURS)) {
                        say("Neighbours of a PSA that hangs");
                        neighbours = Neighbours.measure(bench, options.rounds(), options.seconds());
                    }
                } catch (RuntimeException e) {
                    throw new IllegalStateException(bench.state(), e);
                }
            }
        }
        @Nullable Cold cold = null;
        if (options.has(Part.COLD)) {
            say("Cold starts of the functions");
            cold = Cold.measure(options.runs());
        }
        return new Findings(calls, throughput, neighbours, startup, cold);
    }

    private static void warmUp(Bench bench, Options options) {
        say("Warming up");
        Load.times(
                bench.bridge().url(), Throughput.callers(bench, WARMING_CALLERS), options.warmUp());
    }

    private static void say(String what) {
        System.err.println(what + " ...");
    }
}
