package io.psabridge.connectwise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Remembers where companies were found, so that this is asked once and not with every call. */
final class Discovery {

    private static final int CAPACITY = 1_000;

    private final Map<Key, CompanyInfo> known =
            new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, CompanyInfo> eldest) {
                    return size() > CAPACITY;
                }
            };

    synchronized Optional<CompanyInfo> find(SiteAddress site, String companyId) {
        return Optional.ofNullable(known.get(Key.of(site, companyId)));
    }

    synchronized void remember(SiteAddress site, String companyId, CompanyInfo info) {
        known.put(Key.of(site, companyId), info);
    }

    private record Key(SiteAddress site, String companyId) {

        static Key of(SiteAddress site, String companyId) {
            return new Key(site, companyId.toLowerCase(Locale.ROOT));
        }
    }
}
