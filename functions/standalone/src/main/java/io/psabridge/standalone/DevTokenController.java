package io.psabridge.standalone;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.Scope;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives tokens to whoever is on this machine. */
@Controller("/dev/tokens")
@Introspected
@Requires(property = ServerProperties.DEV_TOKENS, value = "true")
final class DevTokenController {

    private final DevTokens tokens;

    DevTokenController(DevTokens tokens) {
        this.tokens = tokens;
    }

    /** A token for any tenant, valid for an hour; without a scope it may do everything. */
    @Post
    TokenView sign(HttpRequest<?> request, @Body TokenRequest wanted) {
        LocalRequests.require(request);
        if (!TenantId.isValid(wanted.tenantId())) {
            throw Problem.invalid("tenantId", "must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
        String sub = wanted.sub() == null ? "developer" : wanted.sub();
        return new TokenView(
                tokens.sign(new TenantId(wanted.tenantId()), sub, scopes(wanted.scope())));
    }

    private static Set<Scope> scopes(@Nullable String claim) {
        if (claim == null) {
            return Set.of(Scope.ADMIN);
        }
        return Arrays.stream(claim.strip().split("\\s+"))
                .map(DevTokenController::scope)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Scope scope(String name) {
        return Scope.ofClaim(name)
                .orElseThrow(() ->
                        Problem.invalid("scope", "must name psa:read, psa:write or psa:admin"));
    }

    @Serdeable
    record TokenRequest(String tenantId, @Nullable String sub, @Nullable String scope) {}

    @Serdeable
    record TokenView(String token) {}
}
