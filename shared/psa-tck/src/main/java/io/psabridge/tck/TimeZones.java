package io.psabridge.tck;

import java.util.TimeZone;
import java.util.function.Supplier;

/** Runs work as on a machine in another time zone. */
final class TimeZones {

    private TimeZones() {}

    static <T> T in(String zone, Supplier<T> work) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return work.get();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
