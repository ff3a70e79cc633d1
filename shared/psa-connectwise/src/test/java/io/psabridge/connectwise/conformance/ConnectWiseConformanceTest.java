package io.psabridge.connectwise.conformance;

import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;
import org.junit.jupiter.api.AfterAll;

/** What every provider must do, done by ConnectWise. */
class ConnectWiseConformanceTest extends PsaConformanceTest {

    private static final ConnectWiseBench BENCH = new ConnectWiseBench();

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Override
    public PsaBench bench() {
        return BENCH;
    }

    @Override
    public int searchTexts() {
        return 2_000;
    }
}
