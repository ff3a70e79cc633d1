package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.SandboxClock;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes companies: the same id gives the same keys and, on the same day, the same records. */
public final class SiteFactory {

    private static final long FIRST_API_MEMBER = 301;

    private final SandboxClock clock;
    private final Supplier<String> origin;
    private final Map<String, World> worlds = new ConcurrentHashMap<>();

    public SiteFactory(SandboxClock clock, Supplier<String> origin) {
        this.clock = clock;
        this.origin = origin;
    }

    public Site make(String id, String name, World world) {
        String signingKey = "sandbox-" + MadeUpKeys.key(id, "signing");
        Site site = new Site(id, name, origin.get(), signingKey, Release.SELF_HOSTED, clock);
        worlds.put(id, world);
        FirstIds.start(site);
        addMember(site, "psabridge", Rights.everything());
        if (world != World.EMPTY) {
            Provider.settle(site);
            Customers.settle(site);
        }
        if (world == World.FULL) {
            Desk.fill(site);
        }
        return site;
    }

    public World worldOf(Site site) {
        return worlds.getOrDefault(site.id(), World.FULL);
    }

    /** An API member with keys; it is a member of the licence class for programs. */
    public ApiKey addMember(Site site, String identifier, Rights rights) {
        long id = Math.max(FIRST_API_MEMBER, lastId(site) + 1);
        Map<String, Object> info = Json.object("lastUpdated", site.now(), "updatedBy", "setup");
        site.table(Tables.API_MEMBERS)
                .put(
                        id,
                        Json.object(
                                "id",
                                id,
                                "identifier",
                                identifier,
                                "name",
                                identifier.equals("psabridge") ? "PSA Bridge" : identifier,
                                "emailAddress",
                                "ops@" + site.id() + ".example",
                                "inactiveFlag",
                                false,
                                "_info",
                                info));
        site.table(Tables.MEMBERS)
                .put(
                        id,
                        Json.object(
                                "id",
                                id,
                                "identifier",
                                identifier,
                                "licenseClass",
                                "A",
                                "inactiveFlag",
                                false,
                                "firstName",
                                identifier.equals("psabridge") ? "PSA" : identifier,
                                "lastName",
                                identifier.equals("psabridge") ? "Bridge" : "API",
                                "officeEmail",
                                "ops@" + site.id() + ".example",
                                "defaultEmail",
                                "Office",
                                "primaryEmail",
                                "ops@" + site.id() + ".example",
                                "_info",
                                info));
        return site.addKey(
                id,
                identifier,
                MadeUpKeys.key(site.id(), "public " + identifier),
                MadeUpKeys.key(site.id(), "private " + identifier),
                rights);
    }

    private static long lastId(Site site) {
        for (Row row : site.table(Tables.API_MEMBERS).descending()) {
            return row.id();
        }
        return 0;
    }
}
