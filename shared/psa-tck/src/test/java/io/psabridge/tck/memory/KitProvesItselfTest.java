package io.psabridge.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.tck.CaughtFaults;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.PsaConformanceTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kit that catches nothing proves nothing: each fault must turn the test red that it names. */
class KitProvesItselfTest {

    private static final CaughtFaults CAUGHT = new CaughtFaults();

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aPlantedFaultFailsTheTestThatItNames(KitFault fault) {
        CAUGHT.prove(BrokenInMemory.class, fault);
    }

    @AfterAll
    static void listFaults() {
        System.out.println(CAUGHT);
    }

    @Test
    void everyFaultNamesATestOfTheKit() {
        Set<String> tests =
                Arrays.stream(PsaConformanceTest.class.getMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet());

        assertThat(KitFault.values()).allSatisfy(fault -> assertThat(tests).contains(fault.test()));
    }
}
