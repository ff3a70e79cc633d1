package io.psabridge.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.spi.Capability;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaProvider;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** What all suites of the kit stand on. */
public interface PsaConformance {

    /** The longest that one test's work with the PSA may take. */
    Duration PATIENCE = Duration.ofSeconds(30);

    PsaBench bench();

    @BeforeEach
    default void startAfresh() {
        bench().standIn().reset();
    }

    default PsaProvider provider() {
        return bench().provider();
    }

    default StandIn standIn() {
        return bench().standIn();
    }

    default World world() {
        return standIn().world();
    }

    default Psa psa() {
        return psa(PATIENCE);
    }

    default Psa psa(Duration patience) {
        return provider().open(bench().tenant().access(patience));
    }

    /** Skips the test when the provider does not declare all of these. */
    default void needs(Capability... capabilities) {
        for (Capability capability : capabilities) {
            assumeTrue(
                    provider().capabilities().contains(capability),
                    () -> provider().name() + " declares no " + capability.wireName());
        }
    }

    default boolean declares(Operation operation) {
        Capability capability = operation.capability();
        return capability == null || provider().capabilities().contains(capability);
    }

    /** Skips the test when the provider does not declare what the operation takes. */
    default void needs(Operation operation) {
        Capability capability = operation.capability();
        if (capability != null) {
            needs(capability);
        }
    }
}
