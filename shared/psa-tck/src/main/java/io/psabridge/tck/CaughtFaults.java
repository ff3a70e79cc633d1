package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Faults of which was seen that the kit notices them, each with the test that turned red. Several
 * may be proved at once.
 */
public final class CaughtFaults {

    private final Map<KitFault, String> tests =
            Collections.synchronizedMap(new EnumMap<>(KitFault.class));

    /**
     * Plants the fault, and fails unless the test that it names turns red for a reason that its
     * author understands.
     *
     * @param broken as {@link KitRun} takes it
     */
    public void prove(Class<? extends PsaConformanceTest> broken, KitFault fault) {
        KitRun run = KitRun.of(broken, fault);

        assertThat(run.finished()).as("Tests named %s that ran", fault.test()).isPositive();
        assertThat(run.failures())
                .as("The kit does not notice %s", fault)
                .containsKey(fault.test());
        assertThat(run.failures().get(fault.test()))
                .as("It fails for a reason that no author would understand")
                .isInstanceOf(AssertionError.class);
        tests.put(fault, fault.test());
    }

    /** The tests that turned red. */
    public Map<KitFault, String> tests() {
        synchronized (tests) {
            return Map.copyOf(tests);
        }
    }

    /** One line a fault. */
    @Override
    public String toString() {
        return tests().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(caught ->
                        "%2d %-34s -> %s"
                                .formatted(
                                        caught.getKey().number(),
                                        caught.getKey(),
                                        caught.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
