package io.psabridge.spi;

/**
 * One tenant's PSA, opened for one piece of work. Fails with {@link PsaException} only; safe for
 * use by many threads. A part that the provider does not declare fails with NOT_SUPPORTED, before
 * any call.
 */
public interface Psa {

    /**
     * Checks address, TLS, sign-in, client id and rights, in this order; after the first that fails
     * the later ones are absent. Says in each failed check what a person can do. Throws only when
     * the deadline passes or we are shutting down.
     */
    Verification verify();

    default Tickets tickets() {
        throw PsaException.notSupported(Capability.TICKETS_SEARCH);
    }

    default Notes notes() {
        throw PsaException.notSupported(Capability.NOTES_READ);
    }

    default Statuses statuses() {
        throw PsaException.notSupported(Capability.STATUSES);
    }

    default Members members() {
        throw PsaException.notSupported(Capability.MEMBERS);
    }

    default Directory directory() {
        throw PsaException.notSupported(Capability.COMPANIES);
    }

    default Callbacks callbacks() {
        throw PsaException.notSupported(Capability.CALLBACKS);
    }
}
