package io.psabridge.connectwise;

import io.psabridge.http.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What the server's clock showed when it answered: its {@code Date} header. */
final class ServerClock {

    private ServerClock() {}

    /** Empty without the header, or with one that is no date. */
    static Optional<Instant> at(Reply reply) {
        return reply.header("Date").flatMap(ServerClock::read);
    }

    private static Optional<Instant> read(String date) {
        try {
            return Optional.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
