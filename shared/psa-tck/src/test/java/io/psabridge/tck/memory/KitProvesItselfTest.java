package io.psabridge.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.tck.KitFault;
import io.psabridge.tck.KitRun;
import io.psabridge.tck.PsaConformanceTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kit that catches nothing proves nothing: each fault must turn the test red that it names. */
class KitProvesItselfTest {

    private static final Map<KitFault, String> CAUGHT = new EnumMap<>(KitFault.class);

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultFailsTheTestThatItNames(KitFault fault) {
        KitRun run = KitRun.of(BrokenInMemory.class, fault);

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

    @Test
    void everyFaultNamesATestOfTheKit() {
        Set<String> tests =
                Arrays.stream(PsaConformanceTest.class.getMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet());

        assertThat(KitFault.values()).allSatisfy(fault -> assertThat(tests).contains(fault.test()));
    }
}
