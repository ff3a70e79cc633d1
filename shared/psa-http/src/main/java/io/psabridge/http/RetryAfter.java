package io.psabridge.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads how long a PSA asks to be left alone, in seconds or as a date; an hour at most. */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    private RetryAfter() {}

    /** Empty when the answer does not say, or says it unreadably; zero when the date is past. */
    static Optional<Duration> of(Reply reply, Instant now) {
        return reply.header("Retry-After")
                .map(String::strip)
                .flatMap(text -> read(text, reply, now));
    }

    private static Optional<Duration> read(String text, Reply reply, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(
                    text.length() > 9 ? LONGEST : atMost(Duration.ofSeconds(Long.parseLong(text))));
        }
        // against the PSA's own clock where it tells it
        Instant from = reply.header("Date").flatMap(RetryAfter::date).orElse(now);
        return date(text).map(until -> atMost(Duration.between(from, until)));
    }

    private static Optional<Instant> date(String text) {
        return Optional.ofNullable(DateUtils.parseStandardDate(text));
    }

    private static Duration atMost(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
