package io.psabridge.tck.memory;

import io.psabridge.tck.KitFault;
import io.psabridge.tck.PlantedFault;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit on a provider that does one thing wrong; run by proofs of the kit only. */
@ExtendWith(PlantedFault.class)
public class BrokenInMemory extends PsaConformanceTest {

    private final PsaBench bench;

    BrokenInMemory(KitFault fault) {
        this.bench = new InMemoryBench(InMemoryProvider.with(fault));
    }

    @Override
    public PsaBench bench() {
        return bench;
    }
}
