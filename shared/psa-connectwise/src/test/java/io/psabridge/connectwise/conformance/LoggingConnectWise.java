package io.psabridge.connectwise.conformance;

import io.psabridge.http.Outbound;
import io.psabridge.tck.PlantedFault;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.PsaConformanceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** The kit on a provider that logs what it sends; run by {@link WireFaultsTest} only. */
@ExtendWith(PlantedFault.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoggingConnectWise extends PsaConformanceTest {

    private final ConnectWiseBench bench = new ConnectWiseBench(LoggingConnectWise::logs);

    @AfterAll
    void stop() {
        bench.close();
    }

    @Override
    public PsaBench bench() {
        return bench;
    }

    private static Outbound logs(Outbound right) {
        return call -> {
            LoggerFactory.getLogger("io.psabridge.http.planted")
                    .trace("{} {}", call, call.headers().stream().map(h -> h.value()).toList());
            return right.send(call);
        };
    }
}
