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
final class WireFaults {

    private static final Map<KitFault, UnaryOperator<Outbound>> ALL = new EnumMap<>(KitFault.class);

    static {
        ALL.putAll(PagingFaults.ALL);
        ALL.putAll(SendingFaults.ALL);
        ALL.putAll(WritingFaults.ALL);
        ALL.putAll(ReadingFaults.ALL);
    }

    private WireFaults() {}

    static Set<KitFault> known() {
        return ALL.keySet();
    }

    static UnaryOperator<Outbound> of(KitFault fault) {
        return Objects.requireNonNull(ALL.get(fault), () -> fault + " is none of the wire");
    }
}
