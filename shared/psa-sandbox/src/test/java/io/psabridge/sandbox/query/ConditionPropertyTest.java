package io.psabridge.sandbox.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Conditions made at random mean what a plain reading of them means. */
class ConditionPropertyTest {

    private static final int ROUNDS = 3_000;
    private static final Columns TICKET = Models.of("Ticket");
    private static final String[] WORDS = {
        "tea",
        "Küche",
        "厨房",
        "кухня",
        "🫖",
        "or",
        "and closedFlag=True",
        "95% full",
        "(",
        ")",
        "not",
        " in (1)",
        "'",
        "*"
    };

    /** A condition as text and as a plain predicate. */
    private record Case(String text, Predicate<Map<String, Object>> meaning) {}

    @Test
    void aParsedTreeMeansWhatItSays() {
        Random random = new Random(20_260_302);
        for (int i = 0; i < ROUNDS; i++) {
            Case each = tree(random, 4);
            Map<String, Object> record = record(random);
            Condition parsed = ConditionParser.conditions(each.text, TICKET, Dialect.USUAL);
            assertThat(parsed.holds(record))
                    .as(each.text + " on " + record)
                    .isEqualTo(each.meaning.test(record));
        }
    }

    @Test
    void quotedTextNeverBecomesStructure() {
        Random random = new Random(42);
        for (int i = 0; i < ROUNDS; i++) {
            String text = words(random);
            Map<String, Object> record = record(random);
            Condition parsed =
                    ConditionParser.conditions(
                            "summary contains \"" + text + "\"", TICKET, Dialect.USUAL);
            assertThat(parsed).isInstanceOf(Condition.Compare.class);
            assertThat(parsed.holds(record)).as(text).isEqualTo(contains(record, text));
        }
    }

    @Test
    void anyTextIsParsedOrRefusedAndNothingElse() {
        Random random = new Random(7);
        String alphabet = "id=1andorsummary()[]\"'\\,<>!% *contains\t\u0000é厨";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                ConditionParser.conditions(text.toString(), TICKET, Dialect.USUAL)
                        .holds(record(random));
            } catch (QueryException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static Case tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random);
        }
        Case left = tree(random, depth - 1);
        Case right = tree(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 ->
                    new Case(
                            "(" + left.text + ") and (" + right.text + ")",
                            left.meaning.and(right.meaning));
            case 1 ->
                    new Case(
                            "(" + left.text + ") OR (" + right.text + ")",
                            left.meaning.or(right.meaning));
            default -> new Case("not (" + left.text + ")", left.meaning.negate());
        };
    }

    private static Case leaf(Random random) {
        long number = random.nextInt(5);
        String word = WORDS[random.nextInt(5)];
        return switch (random.nextInt(5)) {
            case 0 -> new Case("id=" + number, record -> id(record) == number);
            case 1 -> new Case("id<" + number, record -> id(record) < number);
            case 2 ->
                    new Case(
                            "id in (" + number + ", 3)",
                            record -> id(record) == number || id(record) == 3);
            case 3 ->
                    new Case(
                            "closedFlag=True",
                            record -> Boolean.TRUE.equals(record.get("closedFlag")));
            default ->
                    new Case("summary contains '" + word + "'", record -> contains(record, word));
        };
    }

    private static Map<String, Object> record(Random random) {
        return Json.object(
                "id",
                (long) random.nextInt(5),
                "summary",
                words(random),
                "closedFlag",
                random.nextBoolean());
    }

    private static String words(Random random) {
        List<String> words =
                random.ints(random.nextInt(4), 0, WORDS.length).mapToObj(i -> WORDS[i]).toList();
        return String.join(" ", words);
    }

    private static boolean contains(Map<String, Object> record, String text) {
        return String.valueOf(record.get("summary"))
                .toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT));
    }

    private static long id(Map<String, Object> record) {
        return record.get("id") instanceof Long id ? id : -1;
    }
}
