package io.psabridge.tck;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.Site;
import java.time.Duration;

/** One company that has a PSA: where it is and the keys that sign in. */
public record Tenant(String connection, Site site, Credentials credentials) {

    public Tenant with(Credentials others) {
        return new Tenant(connection, site, others);
    }

    public Tenant at(Site other) {
        return new Tenant(connection, other, credentials);
    }

    public PsaAccess access(Duration time) {
        return new PsaAccess(connection, site, credentials, Deadline.in(time));
    }
}
