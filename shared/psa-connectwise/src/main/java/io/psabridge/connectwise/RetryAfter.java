package io.psabridge.connectwise;

import io.psabridge.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server asked to be left alone: seconds or a moment, at most an hour. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Empty when it did not ask, or asked for something that makes no sense. */
    static Optional<Duration> of(Reply reply) {
        return reply.header("Retry-After")
                .map(String::strip)
                .flatMap(value ->
                        value.matches("[0-9]{1,12}") ? seconds(value) : until(value, reply))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String value) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }

    private static Optional<Duration> until(String value, Reply reply) {
        Instant now = reply.header("Date").flatMap(RetryAfter::moment).orElseGet(Instant::now);
        return moment(value).map(then -> Duration.between(now, then));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
