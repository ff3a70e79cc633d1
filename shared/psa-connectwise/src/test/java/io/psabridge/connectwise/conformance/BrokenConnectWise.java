package io.psabridge.connectwise.conformance;

import io.psabridge.tck.KitFault;
import io.psabridge.tck.PlantedFault;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit on a provider with one fault of the wire; run by proofs of the kit only. */
@ExtendWith(PlantedFault.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class BrokenConnectWise extends PsaConformanceTest {

    private final ConnectWiseBench bench;

    BrokenConnectWise(KitFault fault) {
        this.bench = new ConnectWiseBench(WireFaults.of(fault));
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Override
    public PsaBench bench() {
        return bench;
    }
}
