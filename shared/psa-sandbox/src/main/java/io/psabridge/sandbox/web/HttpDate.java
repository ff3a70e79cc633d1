package io.psabridge.sandbox.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as HTTP headers write them; the latest second is remembered. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private record Written(long second, String text) {}

    private static final ThreadLocal<Written> LATEST =
            ThreadLocal.withInitial(() -> new Written(Long.MIN_VALUE, ""));

    private HttpDate() {}

    static String of(Instant moment) {
        Written latest = LATEST.get();
        if (latest.second != moment.getEpochSecond()) {
            latest = new Written(moment.getEpochSecond(), FORMAT.format(moment));
            LATEST.set(latest);
        }
        return latest.text;
    }
}
