package io.psabridge.sandbox.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The companies of a sandbox, and whose keys a call carries. */
public final class Sites {

    private static final int MOST = 500;

    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Map<String, ApiKey> byHeader = new ConcurrentHashMap<>();

    public void add(Site site) {
        if (sites.size() >= MOST) {
            throw new IllegalArgumentException(
                    "There are " + MOST + " companies already: remove some");
        }
        if (sites.putIfAbsent(key(site.id()), site) != null) {
            throw new IllegalArgumentException("There is a company " + site.id() + " already");
        }
        site.keys().forEach(this::know);
    }

    /** Lets a key sign in. */
    public void know(ApiKey key) {
        byHeader.put(key.authorization(), key);
    }

    /** The key signs in no longer. */
    public void forget(ApiKey key) {
        byHeader.remove(key.authorization());
    }

    public void remove(String id) {
        Site site = sites.remove(key(id));
        if (site != null) {
            site.keys().forEach(this::forget);
        }
    }

    /** Company ids are blind to letter case. */
    public @Nullable Site find(String id) {
        return sites.get(key(id));
    }

    public Collection<Site> all() {
        return sites.values();
    }

    /** The key behind this very header, whether revoked or not. */
    public @Nullable ApiKey behind(String authorization) {
        return byHeader.get(authorization);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
