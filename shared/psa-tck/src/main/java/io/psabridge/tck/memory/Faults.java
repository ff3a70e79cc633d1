package io.psabridge.tck.memory;

import io.psabridge.tck.KitFault;
import java.util.Set;

/** The faults that are planted in a provider; none in a right one. */
record Faults(Set<KitFault> planted) {

    static final Faults NONE = new Faults(Set.of());

    boolean has(KitFault fault) {
        return planted.contains(fault);
    }
}
