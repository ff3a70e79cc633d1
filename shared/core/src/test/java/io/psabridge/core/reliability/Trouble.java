package io.psabridge.core.reliability;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.control.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Orders faults of the PSA, as a seed says. */
final class Trouble {

    private static final String NOTES = "/service/tickets/*/notes";

    /** Of writes; what was written and what was not. */
    private static final List<String> OF_WRITES =
            List.of(
                    "no-answer",
                    "no-answer-after-commit",
                    "reset-before-commit",
                    "reset-after-commit",
                    "429-json",
                    "429-html",
                    "429-json-without-retry-after",
                    "500",
                    "500-after-commit",
                    "502-html",
                    "503-html",
                    "200-html",
                    "200-empty",
                    "201-truncated-after-commit",
                    "cut-short",
                    "slow");

    private static final List<String> OF_READS =
            List.of("502-html", "429-json", "200-truncated", "reset-before-commit", "short-page");

    private final ConnectWiseSandbox psa;
    private final Random random;
    private final Map<String, Integer> ordered = new TreeMap<>();

    Trouble(ConnectWiseSandbox psa, Random random) {
        this.psa = psa;
        this.random = random;
    }

    /** For some of the coming writes, and for few of the reads. */
    void order(int writes) {
        for (String effect : some(OF_WRITES, writes)) {
            order("POST", effect);
        }
        if (random.nextInt(4) == 0) {
            order("GET", some(OF_READS, 1).getFirst());
        }
    }

    /** How often each was ordered. */
    Map<String, Integer> ordered() {
        return ordered;
    }

    private void order(String method, String effect) {
        Fault fault =
                effect.equals("slow") ? Fault.delay(Duration.ofMillis(120)) : Fault.of(effect);
        psa.order(fault.on(method, NOTES).afterSkipping(random.nextInt(8)));
        ordered.merge(method + " " + effect, 1, Integer::sum);
    }

    private List<String> some(List<String> effects, int count) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(effects.get(random.nextInt(effects.size())));
        }
        return chosen;
    }
}
