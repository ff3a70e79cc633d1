package io.psabridge.sandbox.web;

import io.psabridge.sandbox.control.Faults;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Recent;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.SandboxClock;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Sites;
import io.psabridge.sandbox.seed.SiteFactory;
import io.psabridge.sandbox.seed.World;
import java.util.List;

/** What stands behind the server: companies, faults, the log of requests, the time. */
public final class Stage {

    private static final int REQUESTS_KEPT = 1_000;

    private final Sites sites = new Sites();
    private final Faults faults = new Faults();
    private final Recent<ReceivedRequest> requests = new Recent<>(REQUESTS_KEPT);
    private final SandboxClock clock;
    private final SiteFactory factory;
    private final String demoId;
    private final String demoName;

    public Stage(SandboxClock clock, SiteFactory factory, String demoId, String demoName) {
        this.clock = clock;
        this.factory = factory;
        this.demoId = demoId;
        this.demoName = demoName;
    }

    public Sites sites() {
        return sites;
    }

    public Faults faults() {
        return faults;
    }

    public Recent<ReceivedRequest> requests() {
        return requests;
    }

    public SandboxClock clock() {
        return clock;
    }

    /** Makes a company with keys of its own. Fails when the id is taken. */
    public Site open(String id, String name, World world) {
        Site site = factory.make(id, name, world);
        sites.add(site);
        return site;
    }

    /** An API member more, with keys and rights of its own. */
    public ApiKey addKey(Site site, String identifier, Rights rights) {
        ApiKey key = factory.addMember(site, identifier, rights);
        sites.know(key);
        return key;
    }

    /** The first API member signs in with this pair from now on, and no longer with its own. */
    public void changeKeys(Site site, String publicKey, String privateKey) {
        ApiKey old = site.keys().removeFirst();
        sites.forget(old);
        sites.know(
                site.addKey(old.memberId(), old.identifier(), publicKey, privateKey, old.rights()));
    }

    /** The company as it was when it was made; its keys stay. */
    public Site reset(Site site) {
        sites.remove(site.id());
        return open(site.id(), site.name(), factory.worldOf(site));
    }

    /** Everything as at the start. */
    public void reset() {
        faults.clear();
        requests.clear();
        clock.resetOffset();
        for (Site site : List.copyOf(sites.all())) {
            sites.remove(site.id());
        }
        open(demoId, demoName, World.FULL);
    }
}
