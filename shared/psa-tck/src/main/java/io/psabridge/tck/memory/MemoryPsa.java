package io.psabridge.tck.memory;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Directory;
import io.psabridge.spi.Members;
import io.psabridge.spi.Notes;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Statuses;
import io.psabridge.spi.Tickets;
import io.psabridge.spi.Verification;
import java.util.Set;

/** One tenant's PSA in memory, opened. */
final class MemoryPsa implements Psa {

    private final MemoryApi api;
    private final Declared declared;
    private final Faults faults;

    MemoryPsa(MemoryApi api, Set<Capability> capabilities, Faults faults) {
        this.api = api;
        this.declared = new Declared(capabilities, faults);
        this.faults = faults;
    }

    @Override
    public Verification verify() {
        return new MemoryVerification(api, declared).run();
    }

    @Override
    public Tickets tickets() {
        return new MemoryTickets(api, declared, new Reading(faults), faults);
    }

    @Override
    public Notes notes() {
        return new MemoryNotes(api, declared, new Reading(faults), faults);
    }

    @Override
    public Statuses statuses() {
        declared.require(Capability.STATUSES);
        return new MemoryStatuses(api, new Reading(faults), faults);
    }

    @Override
    public Members members() {
        declared.require(Capability.MEMBERS);
        return new MemoryMembers(api, new Reading(faults));
    }

    @Override
    public Directory directory() {
        return new MemoryDirectory(api, declared, new Reading(faults));
    }

    @Override
    public Callbacks callbacks() {
        declared.require(Capability.CALLBACKS);
        return new MemoryCallbacks(api, faults);
    }

    /** What the provider declares, and nothing else, is done. */
    record Declared(Set<Capability> capabilities, Faults faults) {

        boolean has(Capability capability) {
            return capabilities.contains(capability);
        }

        void require(Capability capability) {
            if (!has(capability)) {
                throw PsaException.notSupported(capability);
            }
        }
    }
}
