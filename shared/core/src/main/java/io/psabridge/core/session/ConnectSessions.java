package io.psabridge.core.session;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.SessionTokens;
import io.psabridge.platform.web.SigningKey;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets a person's browser act for a tenant for a short while, on the page alone. */
@Singleton
public final class ConnectSessions {

    private static final String NOUN = "session";

    private final TenantTransactions transactions;
    private final SessionRepository sessions;
    private final ReturnUrls returnUrls;
    private final SessionTokens tokens;
    private final BridgeSettings settings;
    private final AuditLog audit;

    ConnectSessions(
            TenantTransactions transactions,
            SessionRepository sessions,
            ReturnUrls returnUrls,
            SessionTokens tokens,
            BridgeSettings settings,
            AuditLog audit) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.returnUrls = returnUrls;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
    }

    /** Begins a session; its token names the actor's subject. */
    public OpenedSession open(
            TenantId tenant, Actor actor, Duration valid, @Nullable String returnUrl) {
        return audit.around(
                tenant,
                actor,
                AuditAction.SESSION_CREATE,
                AuditSubject.none(NOUN, null),
                done -> {
                    URI back = returnUrl == null ? null : returnUrls.checked(returnUrl);
                    String page = page();
                    SigningKey key = tokens.key();
                    return transactions.in(
                            tenant,
                            () -> {
                                SessionId id = SessionId.fresh();
                                sessions.forgetOld(tenant);
                                Instant end = sessions.insert(tenant, id, actor.sub(), valid);
                                done.on(subject(id));
                                String token =
                                        tokens.sign(
                                                key, tenant, actor.sub(), id.value(), end, back);
                                return new OpenedSession(
                                        id, URI.create(page + "#token=" + token), token, end);
                            });
                });
    }

    /** Ends a session at once, in every process. */
    public void revoke(TenantId tenant, Actor actor, SessionId id) {
        audit.around(
                tenant,
                actor,
                AuditAction.SESSION_REVOKE,
                subject(id),
                done ->
                        transactions.in(
                                tenant,
                                () -> {
                                    if (!sessions.revoke(tenant, id)) {
                                        throw Problem.notFound("connect session");
                                    }
                                    done.on(subject(id));
                                    return id;
                                }));
    }

    private String page() {
        URI base =
                settings.publicUrl()
                        .orElseThrow(() ->
                                new ConfigurationException(
                                        "PSA_BRIDGE_PUBLIC_URL is missing: connect sessions lead to it"));
        return base.toString().replaceFirst("/$", "") + "/connect";
    }

    private static AuditSubject subject(SessionId id) {
        return new AuditSubject(NOUN, id.value(), null);
    }
}
