package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Set;

/** Signs development tokens: issuer {@code psa-bridge:dev}, valid for an hour. */
@Singleton
public final class DevTokens {

    public static final String ISSUER = "psa-bridge:dev";

    private final TokenKeyStore keys;

    DevTokens(TokenKeyStore keys) {
        this.keys = keys;
    }

    public String sign(TenantId tenant, String sub, Set<Scope> scopes) {
        return tenant + sub + scopes + keys.current().kid();
    }
}
