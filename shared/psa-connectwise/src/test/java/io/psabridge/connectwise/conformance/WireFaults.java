package io.psabridge.connectwise.conformance;

import io.psabridge.http.Outbound;
import io.psabridge.tck.KitFault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Plants what a provider gets wrong on the wire between the right provider and the client that
 * sends for it.
 */
public final class WireFaults {

    private static final Map<KitFault, UnaryOperator<Outbound>> ALL = new EnumMap<>(KitFault.class);

    /** On the wire, and taken back by the provider before anybody sees it. */
    private static final Map<KitFault, UnaryOperator<Outbound>> HARMLESS =
            Map.of(
                    KitFault.REPEATS_A_ROW, PagingFaults::numbersPages,
                    KitFault.WILDCARDS_FROM_THE_USER, ReadingFaults::looksForPatterns);

    private static final Map<KitFault, String> NOT_NOTICED =
            Map.of(
                    KitFault.REPEATS_A_ROW,
                    "the provider drops each row that does not lie beyond its key",
                    KitFault.WILDCARDS_FROM_THE_USER,
                    "the provider looks for the text in each row that comes",
                    KitFault.UNSUPPORTED_IS_EMPTY,
                    "what is not declared is refused before there is a request",
                    KitFault.FORGED_CALLBACK_ACCEPTED,
                    "a signature is compared in the provider, and no request tells how");

    static {
        ALL.putAll(PagingFaults.ALL);
        ALL.putAll(SendingFaults.ALL);
        ALL.putAll(WritingFaults.ALL);
        ALL.putAll(ReadingFaults.ALL);
    }

    private WireFaults() {}

    /** Those that make a test of the kit fail. */
    public static Set<KitFault> known() {
        return ALL.keySet();
    }

    /** Why a fault cannot be noticed when it is planted here: it is planted in memory only. */
    public static Map<KitFault, String> inMemoryOnly() {
        return NOT_NOTICED;
    }

    static Set<KitFault> harmless() {
        return HARMLESS.keySet();
    }

    static UnaryOperator<Outbound> of(KitFault fault) {
        UnaryOperator<Outbound> planted = ALL.getOrDefault(fault, HARMLESS.get(fault));
        return Objects.requireNonNull(planted, () -> fault + " is none of the wire");
    }
}
