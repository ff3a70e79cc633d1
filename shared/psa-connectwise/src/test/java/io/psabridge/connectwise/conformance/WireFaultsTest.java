package io.psabridge.connectwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.tck.KitFault;
import io.psabridge.tck.KitRun;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit notices each fault of the wire: the test that the fault names turns red. */
class WireFaultsTest {

    private static final Map<KitFault, String> CAUGHT = new EnumMap<>(KitFault.class);

    static Set<KitFault> faults() {
        return WireFaults.known();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultFailsTheTestThatItNames(KitFault fault) {
        KitRun run = KitRun.of(BrokenConnectWise.class, fault);

        assertThat(run.finished()).as("Tests named %s that ran", fault.test()).isPositive();
        assertThat(run.failures())
                .as("The kit does not notice %s", fault)
                .containsKey(fault.test());
        assertThat(run.failures().get(fault.test()))
                .as("It fails for a reason that no author would understand")
                .isInstanceOf(AssertionError.class);
        CAUGHT.put(fault, fault.test());
    }

    @AfterAll
    static void listFaults() {
        CAUGHT.forEach((fault, test) ->
                System.out.printf("%2d %-34s -> %s%n", fault.number(), fault, test));
    }
}
