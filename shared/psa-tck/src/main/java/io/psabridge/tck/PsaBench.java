package io.psabridge.tck;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A provider and the stand-in of its PSA. What a bench cannot do it says by {@link #cannot}; the
 * test that needs it is skipped with that reason.
 */
public interface PsaBench {

    PsaProvider provider();

    /** The company whose PSA {@link #standIn} shows. */
    Tenant tenant();

    /** The right shape and the wrong content; each secret in it contains {@link #CANARY}. */
    Credentials wrongCredentials();

    /** Another company with a PSA of its own. */
    OtherTenant otherTenant();

    /** A site at which there is no PSA. */
    Site nowhere();

    StandIn standIn();

    /** What the provider and its libraries logged since the last reset. */
    List<String> logLines();

    /** Part of every wrong secret, so that a leak is seen. */
    String CANARY = "canary7Zq";

    /** To be thrown: ends the test as skipped. */
    static TestAbortedException cannot(String reason) {
        return new TestAbortedException("This bench cannot " + reason);
    }

    /** A second company and what its stand-in holds. */
    record OtherTenant(Tenant tenant, StandIn standIn) {}
}
