package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Sites;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who calls: keys first, then clientId. */
public final class Authentication {

    private final Sites sites;

    public Authentication(Sites sites) {
        this.sites = sites;
    }

    /** The caller; refuses as the company's server refuses. */
    ApiKey signIn(Request request) {
        ApiKey key = sites.behind(request.header("Authorization"));
        if (key == null || key.revoked()) {
            throw wrongKeys(siteNamed(request));
        }
        if (isInactive(key)) {
            throw notAuthenticated();
        }
        if (request.header("clientId").isBlank()) {
            throw missingClientId(key.site());
        }
        return key;
    }

    /** The company that a call names, whether its keys are right or not. */
    public @Nullable Site siteNamed(Request request) {
        String authorization = request.header("Authorization");
        ApiKey key = sites.behind(authorization);
        if (key != null) {
            return key.site();
        }
        String company = companyIn(authorization);
        return company.isEmpty() ? null : sites.find(company);
    }

    /** The member behind the keys, or an empty text. */
    public String memberNamed(Request request) {
        ApiKey key = sites.behind(request.header("Authorization"));
        return key == null || key.revoked() ? "" : key.identifier();
    }

    private static String companyIn(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return "";
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip());
            String user = new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
            int plus = user.lastIndexOf('+');
            return plus < 0 ? "" : user.substring(0, plus);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isInactive(ApiKey key) {
        Row member = key.site().table(Tables.API_MEMBERS).get(key.memberId());
        return member != null && Records.flag(member.members(), "inactiveFlag");
    }

    private static Refusal wrongKeys(@Nullable Site site) {
        String form = site == null ? Switch.BAD_KEYS.usual() : site.choice(Switch.BAD_KEYS);
        return switch (form) {
            case "404" -> Refusal.of(404, "NotFound", "The requested resource was not found.");
            case "user-not-authenticated" -> notAuthenticated();
            default ->
                    Refusal.of(
                            401, "Unauthorized", "Unable to sign in with the given credentials.");
        };
    }

    private static Refusal notAuthenticated() {
        return Refusal.verbatim(
                Answer.json(
                        401,
                        Json.object("code", "ConnectWiseApi", "message", "UserNotAuthenticated")));
    }

    private static Refusal missingClientId(Site site) {
        return switch (site.choice(Switch.MISSING_CLIENT_ID)) {
            case "cannot-route-400" -> cannotRoute(400, "text/plain");
            case "cannot-route-401" -> cannotRoute(401, "text/html");
            default -> Refusal.security();
        };
    }

    static Refusal cannotRoute(int status, String contentType) {
        return Refusal.verbatim(
                Answer.text(status, contentType, "Cannot route. Codebase/company is invalid"));
    }
}
