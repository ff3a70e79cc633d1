package io.psabridge.tck.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query language of a PSA in memory: {@code field contains "text" and other = "1" or …}. A
 * backslash takes the next character as it is; {@code %} in {@code contains} stands for any text.
 */
record Query(List<List<Term>> alternatives) {

    static final Query ALL = new Query(List.of(List.of()));

    private static final Pattern TERM =
            Pattern.compile(
                    "\\s*(\\w+)\\s+(contains|=|>)\\s+\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(and|or|$)",
                    Pattern.DOTALL);

    static Query parse(String text) {
        if (text.isEmpty()) {
            return ALL;
        }
        List<List<Term>> alternatives = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new Refused(400, "The query cannot be read from character " + at);
            }
            terms.add(new Term(matcher.group(1), matcher.group(2), matcher.group(3)));
            if (!"and".equals(matcher.group(4))) {
                alternatives.add(terms);
                terms = new ArrayList<>();
            }
            at = matcher.end();
        }
        return new Query(alternatives);
    }

    int terms() {
        return alternatives.stream().mapToInt(List::size).sum();
    }

    boolean matches(Map<String, String> row) {
        return alternatives.stream()
                .anyMatch(terms -> terms.stream().allMatch(term -> term.matches(row)));
    }

    record Term(String field, String operator, String value) {

        boolean matches(Map<String, String> row) {
            String held = row.get(field);
            if (held == null) {
                return false;
            }
            return switch (operator) {
                case "contains" -> lower(held).matches("(?s).*" + pattern() + ".*");
                case ">" -> Instant.parse(held).isAfter(Instant.parse(value));
                default -> lower(held).equals(lower(value.replaceAll("\\\\(.)", "$1")));
            };
        }

        private String pattern() {
            StringBuilder pattern = new StringBuilder();
            boolean literal = false;
            for (int point : lower(value).codePoints().toArray()) {
                if (!literal && point == '\\') {
                    literal = true;
                } else {
                    boolean wild = !literal && point == '%';
                    pattern.append(wild ? ".*" : Pattern.quote(Character.toString(point)));
                    literal = false;
                }
            }
            return pattern.toString();
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
