package io.psabridge.connectwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.tck.CaughtFaults;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.KitRun;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** The kit notices each fault of the wire: the test that the fault names turns red. */
class WireFaultsTest {

    private static final CaughtFaults CAUGHT = new CaughtFaults();

    /** Whoever asks for a logger while somebody else makes the very first gets a makeshift one. */
    @BeforeAll
    static void loggersAreThere() {
        LoggerFactory.getILoggerFactory();
    }

    static Set<KitFault> faults() {
        return WireFaults.known();
    }

    static Set<KitFault> harmless() {
        return WireFaults.harmless();
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Execution(ExecutionMode.CONCURRENT)
    void aPlantedFaultFailsTheTestThatItNames(KitFault fault) {
        CAUGHT.prove(BrokenConnectWise.class, fault);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatTheProviderTakesBackNobodySees(KitFault fault) {
        KitRun run = KitRun.of(BrokenConnectWise.class, fault);

        assertThat(run.finished()).as("Tests named %s that ran", fault.test()).isPositive();
        assertThat(run.failures()).isEmpty();
    }

    @Test
    void everyFaultIsPlantedHereOrItIsSaidWhyNot() {
        Set<KitFault> accounted = EnumSet.copyOf(WireFaults.known());
        accounted.addAll(WireFaults.inMemoryOnly().keySet());

        assertThat(accounted).containsExactly(KitFault.values());
        assertThat(WireFaults.inMemoryOnly().keySet()).doesNotContainAnyElementsOf(faults());
    }

    /** A leak into the log is a leak too. */
    @Test
    void keysThatAreLoggedAreNoticed() {
        new CaughtFaults().prove(LoggingConnectWise.class, KitFault.SECRET_IN_MESSAGE);
    }

    @AfterAll
    static void listFaults() {
        System.out.println(CAUGHT);
    }
}
