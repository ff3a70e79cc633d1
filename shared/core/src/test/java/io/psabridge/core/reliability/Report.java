package io.psabridge.core.reliability;

import io.psabridge.core.note.DeliveryPoint;
import io.psabridge.sandbox.SandboxCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign came to.
 *
 * @param notes how many there are in the PSA of those that were to be
 * @param wrong the tickets whose notes are not exactly those that were posted, in their order
 * @param unposted how many posts did not end as posted
 */
record Report(int notes, List<String> wrong, long unposted, long posts, Course course) {

    /** So long a note in doubt holds up those after it, less what a round may take. */
    private static final Duration LONGEST_HOLD_UP = Duration.ofMinutes(15).minusSeconds(20);

    /** How it went. */
    record Course(
            int rounds,
            int restarts,
            Map<DeliveryPoint, Fates.Fate> fates,
            Map<String, Integer> faults,
            Duration passed,
            Duration took) {}

    static Report of(
            SandboxCompany company,
            List<Map<String, Object>> before,
            Map<Long, List<String>> wanted,
            Map<Long, Map<String, Duration>> doubts,
            Course course,
            long unposted,
            long posts) {
        List<String> wrong = new ArrayList<>();
        int notes = 0;
        for (Map.Entry<Long, List<String>> ticket : wanted.entrySet()) {
            List<String> there = notes(company, before, ticket.getKey());
            notes += there.size();
            Map<String, Duration> inDoubt = doubts.getOrDefault(ticket.getKey(), Map.of());
            if (!isRight(there, ticket.getValue(), inDoubt)) {
                wrong.add(
                        "ticket %s has %s, not %s; in doubt were %s"
                                .formatted(ticket.getKey(), there, ticket.getValue(), inDoubt));
            }
        }
        return new Report(notes, wrong, unposted, posts, course);
    }

    /** Once each, and in order but for what was in doubt for too long. */
    private static boolean isRight(
            List<String> there, List<String> wanted, Map<String, Duration> inDoubt) {
        Predicate<String> heldUp =
                text -> inDoubt.getOrDefault(text, Duration.ZERO).compareTo(LONGEST_HOLD_UP) < 0;
        return there.stream().sorted().toList().equals(wanted.stream().sorted().toList())
                && there.stream()
                        .filter(heldUp)
                        .toList()
                        .equals(wanted.stream().filter(heldUp).toList());
    }

    /** The texts that a ticket got since, the earliest first. */
    static List<String> notes(
            SandboxCompany company, List<Map<String, Object>> before, long ticket) {
        Set<Object> old = before.stream().map(note -> note.get("id")).collect(Collectors.toSet());
        return company.records("service/notes").stream()
                .filter(note -> !old.contains(note.get("id")))
                .filter(note -> number(note.get("ticketId")) == ticket)
                .map(note -> String.valueOf(note.get("text")))
                .toList();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    /** For a person: crash points and their outcome, faults, and how long it took. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                | crash point | processes killed there | notes on their way | found | sent again | lost | doubled |
                |---|--:|--:|--:|--:|--:|--:|
                """);
        course.fates()
                .forEach((point, fate) ->
                        text.append("| ")
                                .append(point)
                                .append(" | ")
                                .append(fate.deaths())
                                .append(" | ")
                                .append(fate.found() + fate.sentAgain())
                                .append(" | ")
                                .append(fate.found())
                                .append(" | ")
                                .append(fate.sentAgain())
                                .append(
                                        wrong.isEmpty()
                                                ? " | 0 | 0 |\n"
                                                : " | see below | see below |\n"));
        text.append('\n')
                .append(notes)
                .append(" notes, ")
                .append(course.restarts())
                .append(" restarts of the database, ")
                .append(course.rounds())
                .append(" rounds over ")
                .append(course.passed().toMinutes())
                .append(" minutes of moved time, in ")
                .append(course.took().toSeconds())
                .append(" s. Faults ordered: ")
                .append(course.faults())
                .append('\n');
        wrong.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
