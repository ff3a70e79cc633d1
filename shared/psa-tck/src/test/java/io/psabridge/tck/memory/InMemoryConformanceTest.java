package io.psabridge.tck.memory;

import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;

class InMemoryConformanceTest extends PsaConformanceTest {

    private final PsaBench bench = new InMemoryBench(InMemoryProvider.seeded());

    @Override
    public PsaBench bench() {
        return bench;
    }
}
