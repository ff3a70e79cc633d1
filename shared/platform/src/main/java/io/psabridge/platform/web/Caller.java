package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import java.security.Principal;
import java.util.Set;

/**
 * Who calls: the verified token's tenant, subject and scopes, by which door and in which request.
 */
public record Caller(TenantId tenant, String sub, Set<Scope> scopes, Via via, String requestId)
        implements Principal {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whom a token names, before there is a request. */
    public Caller(TenantId tenant, String sub, Set<Scope> scopes, Via via) {
        this(tenant, sub, scopes, via, "");
    }

    Caller in(String request) {
        return new Caller(tenant, sub, scopes, via, request);
    }

    /** As the audit log names the caller. */
    public Actor actor() {
        return new Actor(sub, via, requestId);
    }

    public boolean may(Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.implies(needed));
    }

    @Override
    public String getName() {
        return sub;
    }

    /** Fails with {@code insufficient_scope} when the token does not allow it. */
    public void require(Scope needed) {
        if (!may(needed)) {
            throw Problem.of(ProblemCode.INSUFFICIENT_SCOPE)
                    .detail("This needs the scope " + needed.claim())
                    .fix("Ask for a token with the scope " + needed.claim())
                    .build();
        }
    }

    /** The door; its lower-case name is what the audit log says. */
    public enum Via {
        API,
        PAGE,
        AGENT,
        SYSTEM
    }
}
