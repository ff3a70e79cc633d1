package io.psabridge.connectwise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition in ConnectWise's query language: terms that must all hold. Ids enter as numbers, and
 * user text only through {@link #contains} and {@link #equal}, which let no character out of the
 * literal; so the number of terms never depends on a user's words.
 */
record Conditions(List<String> terms) {

    private static final int LONGEST_IN_URL = 100;

    static final Conditions NONE = new Conditions(List.of());

    Conditions {
        terms = List.copyOf(terms);
    }

    Conditions is(String field, int id) {
        return and(field + "=" + id);
    }

    Conditions flag(String field, boolean value) {
        return and(field + (value ? "=True" : "=False"));
    }

    /** Later than the whole second of this moment: the server refuses fractions. */
    Conditions after(String field, Instant moment) {
        return and(field + " > [" + moment.truncatedTo(ChronoUnit.SECONDS) + "]");
    }

    Conditions above(int id) {
        return and("id>" + id);
    }

    Conditions below(int id) {
        return and("id<" + id);
    }

    /**
     * One of the fields holds the text. Only its longest plain part is asked for, so more rows than
     * wanted may come: look at each. Always one term, whatever the text.
     */
    Conditions contains(List<String> fields, String text) {
        return contains(fields, text, Integer.MAX_VALUE);
    }

    /** The same, with at most so many characters, for lists that take no long conditions. */
    Conditions containsStart(List<String> fields, String text) {
        return contains(fields, text, LONGEST_IN_URL / fields.size());
    }

    private Conditions contains(List<String> fields, String text, int longest) {
        Optional<String> part =
                Literal.longestPart(text).map(whole -> Literal.start(whole, longest));
        if (part.isEmpty()) {
            return above(0);
        }
        String either =
                fields.stream()
                        .map(field -> field + " contains " + Literal.quoted(part.get()))
                        .collect(Collectors.joining(" or "));
        return and(fields.size() == 1 ? either : "(" + either + ")");
    }

    /** The field is this text; with an odd text more rows than wanted may come: look at each. */
    Conditions equal(String field, String text) {
        return Literal.longestPart(text).filter(text::equals).isPresent()
                ? and(field + "=" + Literal.quoted(text))
                : contains(List.of(field), text);
    }

    String text() {
        return String.join(" and ", terms);
    }

    private Conditions and(String term) {
        List<String> more = new ArrayList<>(terms);
        more.add(term);
        return new Conditions(more);
    }
}
