package io.psabridge.connectwise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in ConnectWise's query language: terms that must all hold. Ids enter as numbers, and
 * user text only through {@link #contains} and {@link #equal}, which let no character out of the
 * literal; so the number of terms never depends on a user's words.
 */
record Conditions(List<String> terms) {

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
     * One of the fields holds the text. The text is cut where a character could mean something to
     * the server, so more rows than wanted may come: look at each.
     */
    Conditions contains(List<String> fields, String text) {
        Conditions all = this;
        for (String part : Literal.parts(text)) {
            String either =
                    fields.stream()
                            .map(field -> field + " contains " + Literal.quoted(part))
                            .collect(Collectors.joining(" or "));
            all = all.and(fields.size() == 1 ? either : "(" + either + ")");
        }
        return all;
    }

    /** The field is this text; with an odd text more rows than wanted may come: look at each. */
    Conditions equal(String field, String text) {
        return Literal.parts(text).equals(List.of(text))
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
