package io.psabridge.sandbox.web;

import io.psabridge.sandbox.data.Site;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Notices callbacks that failed on three days in a row. */
final class FailingDays {

    private static final int TOO_MANY = 3;

    private final Map<String, TreeSet<LocalDate>> days = new ConcurrentHashMap<>();

    /** Whether this was the failure that is one too many. */
    synchronized boolean note(Site site, long callbackId, boolean delivered) {
        String key = site.id() + "/" + callbackId;
        if (delivered) {
            days.remove(key);
            return false;
        }
        LocalDate today = LocalDate.ofInstant(site.clock().now(), ZoneOffset.UTC);
        TreeSet<LocalDate> failed = days.computeIfAbsent(key, name -> new TreeSet<>());
        failed.headSet(today.minusDays(TOO_MANY)).clear();
        failed.add(today);
        boolean tooMany =
                failed.contains(today.minusDays(1)) && failed.contains(today.minusDays(2));
        if (tooMany) {
            days.remove(key);
        }
        return tooMany;
    }
}
