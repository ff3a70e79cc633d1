package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Sites;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;

/** Where a company is, and with which key it signs; both without signing in. */
final class Discovery {

    private final Sites sites;

    Discovery(Sites sites) {
        this.sites = sites;
    }

    Answer companyInfo(String id) {
        Site site = sites.find(QueryString.decode(id));
        if (site == null) {
            return Answer.json(200, Json.NULL);
        }
        Release release = site.release();
        boolean told = site.is(Switch.SITE_URL, "told");
        Map<String, Object> info =
                Json.object(
                        "CompanyName", site.name(),
                        "Codebase", release.codebase(),
                        "VersionCode", release.versionCode(),
                        "VersionNumber", release.versionNumber(),
                        "CompanyID", site.id(),
                        "IsCloud",
                                told
                                        ? (Object) release.cloud()
                                        : release.cloud() ? "True" : "False");
        if (told) {
            String host = site.origin().substring(site.origin().indexOf("//") + 2);
            info.put("SiteUrl", host);
            info.put("AllowedOrigins", List.of(site.origin()));
        }
        return Answer.json(200, info);
    }

    Answer signingKey(Request request) {
        String company = QueryString.parse(request.query()).getOrDefault("companyName", "");
        Site site = sites.find(company);
        if (site == null) {
            throw Refusal.noEndpoint();
        }
        return Answer.json(200, Json.object("signing_key", site.signingKey()));
    }
}
