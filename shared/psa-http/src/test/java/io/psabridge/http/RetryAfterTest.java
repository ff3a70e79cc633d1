package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void secondsAreSeconds() {
        assertThat(read("120", null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(read(" 0 ", null)).isEqualTo(Duration.ZERO);
    }

    @Test
    void anHourIsTheMost() {
        assertThat(read("3601", null)).isEqualTo(Duration.ofHours(1));
        assertThat(read("99999999999999999999", null)).isEqualTo(Duration.ofHours(1));
        assertThat(read("Mon, 02 Mar 2026 12:00:00 GMT", null)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aDateCountsFromTheClockOfThePsaWhereItTellsIt() {
        String date = "Sun, 01 Mar 2026 12:01:00 GMT";

        assertThat(read(date, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(read(date, "Sun, 01 Mar 2026 12:00:50 GMT")).isEqualTo(Duration.ofSeconds(10));
        assertThat(read("Sunday, 01-Mar-26 12:01:00 GMT", null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aDateThatHasPassedIsNoTime() {
        assertThat(read("Sun, 01 Mar 2026 11:00:00 GMT", null)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatCannotBeReadIsNotThere() {
        for (String text : List.of("", "-5", "1.5", "soon", "2026-03-01T12:01:00Z")) {
            assertThat(read(text, null)).as(text).isNull();
        }
        assertThat(RetryAfter.of(new Reply(429, List.of(), new byte[0]), NOW)).isEmpty();
    }

    private static @Nullable Duration read(String retryAfter, @Nullable String date) {
        List<Header> headers = new ArrayList<>(List.of(new Header("retry-after", retryAfter)));
        if (date != null) {
            headers.add(new Header("Date", date));
        }
        return RetryAfter.of(new Reply(429, headers, new byte[0]), NOW).orElse(null);
    }
}
