package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import java.security.Principal;
import java.util.Set;

/** Who calls: the verified token's tenant, subject and scopes, and by which door. */
public record Caller(TenantId tenant, String sub, Set<Scope> scopes, Via via)
        implements Principal {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.implies(needed));
    }

    @Override
    public String getName() {
        return sub;
    }

    /** The door; its lower-case name is what the audit log says. */
    public enum Via {
        API,
        PAGE,
        AGENT,
        SYSTEM
    }
}
