package io.psabridge.tck.memory;

import io.psabridge.spi.Capability;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;
import java.util.EnumSet;

/** A PSA that can do little says so, and the kit holds it to that. */
class FewCapabilitiesConformanceTest extends PsaConformanceTest {

    private final PsaBench bench =
            new InMemoryBench(
                    InMemoryProvider.declaring(
                            EnumSet.of(Capability.TICKETS_SEARCH, Capability.NOTES_WRITE)));

    @Override
    public PsaBench bench() {
        return bench;
    }
}
