package io.psabridge.connectwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Reads conditions as a server does that knows no escapes, so that tests compare them by meaning: a
 * canonical text for each term that must hold.
 */
final class ConditionParser {

    private final List<String> tokens;
    private int next;

    private ConditionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The terms joined by and; one joined by or is one term. {@code id>0} says nothing. */
    static List<String> terms(String conditions) {
        if (conditions.isBlank()) {
            return List.of();
        }
        ConditionParser parser = new ConditionParser(tokens(conditions));
        List<String> terms = parser.and();
        if (parser.next != parser.tokens.size()) {
            throw new IllegalArgumentException("Cannot be read: " + conditions);
        }
        terms.removeIf("id > 0"::equals);
        terms.sort(null);
        return terms;
    }

    private List<String> or() {
        List<List<String>> alternatives = new ArrayList<>();
        do {
            alternatives.add(and());
        } while (accept("or"));
        if (alternatives.size() == 1) {
            return alternatives.getFirst();
        }
        return List.of(
                "("
                        + String.join(
                                " or ",
                                new TreeSet<>(
                                        alternatives.stream()
                                                .map(terms -> String.join(" and ", terms))
                                                .toList()))
                        + ")");
    }

    private List<String> and() {
        List<String> terms = new ArrayList<>();
        do {
            terms.addAll(term());
        } while (accept("and"));
        if (peek("or")) {
            next++;
            List<String> rest = or();
            return new ArrayList<>(
                    List.of(
                            "("
                                    + String.join(" and ", terms)
                                    + " or "
                                    + String.join(" and ", rest)
                                    + ")"));
        }
        return terms;
    }

    private List<String> term() {
        if (accept("(")) {
            List<String> inner = or();
            if (!accept(")")) {
                throw new IllegalArgumentException("A parenthesis is not closed");
            }
            return inner;
        }
        return List.of(take() + " " + take().toLowerCase(Locale.ROOT) + " " + value(take()));
    }

    private static String value(String token) {
        return token.startsWith("\"") ? token : token.toLowerCase(Locale.ROOT);
    }

    private String take() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("Something is missing at the end");
        }
        return tokens.get(next++);
    }

    private boolean peek(String word) {
        return next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
    }

    private boolean accept(String word) {
        if (peek(word)) {
            next++;
            return true;
        }
        return false;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = end(text, at, c);
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static int end(String text, int at, char c) {
        if (c == '"' || c == '[') {
            int close = text.indexOf(c == '"' ? '"' : ']', at + 1);
            if (close < 0) {
                throw new IllegalArgumentException("A literal is not closed: " + text);
            }
            return close + 1;
        }
        if (c == '(' || c == ')') {
            return at + 1;
        }
        boolean operator = "<>=!".indexOf(c) >= 0;
        int end = at;
        while (end < text.length()
                && " ()[]\"".indexOf(text.charAt(end)) < 0
                && ("<>=!".indexOf(text.charAt(end)) >= 0) == operator) {
            end++;
        }
        if (end == at) {
            throw new IllegalArgumentException("Cannot be read: " + text);
        }
        return end;
    }
}
