package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.connectwise.conformance.WireFaults;
import io.psabridge.tck.CaughtFaults;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.memory.BrokenInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of all faults that somebody's provider had, each with the test that turns red on it. */
class KitFaultsTest {

    private static final int LAST = 42;
    private static final String REFERENCE = "PSA_BRIDGE_REFERENCE";
    private static final Pattern ROW = Pattern.compile("\\| ([0-9]+) \\| ([a-z0-9-]+)[^|]*\\|.*");

    /** The product's own fault: no provider can make it. */
    private static final String HEARSAY = "deletes-on-hearsay";

    private static final String HEARSAY_TEST = "aTicketThatIsNotFoundKeepsItsLink";
    private static final Path HEARSAY_FILE =
            Path.of("../../shared/core/src/test/java/io/psabridge/core/link/LinkHearsayTest.java");

    @Test
    void everyFaultTurnsATestRed() throws Exception {
        CaughtFaults inMemory = new CaughtFaults();
        List<Future<?>> proofs = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            for (KitFault fault : KitFault.values()) {
                proofs.add(atOnce.submit(() -> inMemory.prove(BrokenInMemory.class, fault)));
            }
        }
        for (Future<?> proof : proofs) {
            proof.get();
        }
        assertThat(Files.readString(HEARSAY_FILE)).contains("void " + HEARSAY_TEST + "(");

        Map<Integer, String> table = new TreeMap<>();
        inMemory.tests().forEach((fault, test) -> table.put(fault.number(), line(fault, test)));
        table.put(LAST, "%-34s %-15s %s".formatted(HEARSAY, "core", HEARSAY_TEST));
        table.forEach((number, line) -> System.out.printf("%2d %s%n", number, line));

        assertThat(table.keySet())
                .as("Faults without a test")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, LAST).boxed().toList());
    }

    @Test
    void theListIsWhole() throws IOException {
        String folder = System.getenv(REFERENCE);
        assumeTrue(folder != null, REFERENCE + " names no folder with the list of faults");
        Path file = Path.of(String.valueOf(folder), "wire", "kit-faults.md");
        assumeTrue(Files.exists(file), file + " is not there");

        Map<Integer, String> listed =
                Files.readAllLines(file).stream()
                        .map(ROW::matcher)
                        .filter(row -> row.matches())
                        .collect(
                                Collectors.toMap(
                                        row -> Integer.valueOf(row.group(1)), row -> row.group(2)));

        assertThat(ours()).as("Faults of %s", file).isEqualTo(listed);
    }

    private static Map<Integer, String> ours() {
        Map<Integer, String> names = new TreeMap<>();
        for (KitFault fault : KitFault.values()) {
            names.put(fault.number(), name(fault));
        }
        names.put(LAST, HEARSAY);
        return names;
    }

    private static String line(KitFault fault, String test) {
        String place = WireFaults.known().contains(fault) ? "memory and wire" : "memory";
        String why = WireFaults.inMemoryOnly().getOrDefault(fault, "");
        return "%-34s %-15s %s%s"
                .formatted(name(fault), place, test, why.isEmpty() ? "" : " (" + why + ")");
    }

    private static String name(KitFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
