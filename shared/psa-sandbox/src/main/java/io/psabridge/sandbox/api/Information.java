package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;

/** What a PSA tells about itself. */
final class Information {

    private Information() {}

    static Answer system(Site site) {
        Release release = site.release();
        return Answer.json(
                200,
                Json.object(
                        "version",
                        release.systemVersion(),
                        "isCloud",
                        release.cloud(),
                        "serverTimeZone",
                        "Eastern Standard Time",
                        "licenseBits",
                        List.of(Map.of("name", "ServiceDesk", "activeFlag", true)),
                        "cloudRegion",
                        release.cloud() ? "NA" : "",
                        "maxWorkFlowRecordsAllowed",
                        2500L));
    }
}
