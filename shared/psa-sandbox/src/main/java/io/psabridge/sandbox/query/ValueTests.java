package io.psabridge.sandbox.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Makes the test that belongs to a column, an operator and a literal. */
final class ValueTests {

    private static final String BAD_FORMAT = "Input string was not in a correct format.";
    private static final String BAD_DATE = "String was not recognized as a valid DateTime.";
    private static final String BAD_CHOICE = "Enum value supplied was invalid";

    private final Dialect dialect;

    ValueTests(Dialect dialect) {
        this.dialect = dialect;
    }

    ValueTest of(Column column, String operator, Literal literal) {
        if (literal instanceof Literal.Null) {
            return nullTest(operator);
        }
        return switch (column.kind()) {
            case TEXT -> text(column, operator, literal);
            case NUMBER -> number(operator, literal);
            case FLAG -> flag(operator, literal);
            case MOMENT -> moment(operator, literal);
            case REFERENCE ->
                    throw new QueryException(column.name() + " is not a recognized name.");
        };
    }

    ValueTest anyOf(Column column, List<Literal> literals) {
        List<ValueTest> tests = literals.stream().map(each -> of(column, "=", each)).toList();
        return value -> {
            for (ValueTest test : tests) {
                if (test.passes(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static ValueTest nullTest(String operator) {
        return switch (operator) {
            case "=" -> value -> value == null;
            case "!=" -> value -> value != null;
            default -> throw new QueryException(BAD_FORMAT);
        };
    }

    private ValueTest text(Column column, String operator, Literal literal) {
        String wanted =
                switch (literal) {
                    case Literal.Text text -> text.value();
                    case Literal.Numeric number -> number.written();
                    case Literal.Flag flag -> flag.value() ? "True" : "False";
                    default -> throw new QueryException(BAD_FORMAT);
                };
        if (operator.equals("contains")) {
            return matches(TextPattern.contains(wanted, dialect.percentInContains()));
        }
        if (operator.equals("like")) {
            return matches(TextPattern.like(wanted));
        }
        if (!column.choices().isEmpty()
                && column.choices().stream().noneMatch(wanted::equalsIgnoreCase)) {
            throw new QueryException(BAD_CHOICE);
        }
        IntPredicate order = order(operator);
        return value ->
                value != null && order.test(fold(String.valueOf(value)).compareTo(fold(wanted)));
    }

    private static ValueTest matches(TextPattern pattern) {
        return value -> value != null && pattern.matches(String.valueOf(value));
    }

    private static ValueTest number(String operator, Literal literal) {
        double wanted =
                switch (literal) {
                    case Literal.Numeric number -> number.value();
                    case Literal.Text text -> parsed(text.value());
                    default -> throw new QueryException(BAD_FORMAT);
                };
        IntPredicate order = order(operator);
        return value ->
                value instanceof Number number
                        && order.test(Double.compare(number.doubleValue(), wanted));
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new QueryException(BAD_FORMAT);
        }
    }

    private static ValueTest flag(String operator, Literal literal) {
        boolean wanted =
                switch (literal) {
                    case Literal.Flag flag -> flag.value();
                    case Literal.Text text when text.value().equalsIgnoreCase("true") -> true;
                    case Literal.Text text when text.value().equalsIgnoreCase("false") -> false;
                    default -> throw new QueryException(BAD_FORMAT);
                };
        return switch (operator) {
            case "=" -> value -> value instanceof Boolean is && is == wanted;
            case "!=" -> value -> value instanceof Boolean is && is != wanted;
            default -> throw new QueryException(BAD_FORMAT);
        };
    }

    private ValueTest moment(String operator, Literal literal) {
        Literal.Moment wanted =
                switch (literal) {
                    case Literal.Moment moment -> moment;
                    case Literal.Text text -> moment(text.value());
                    default -> throw new QueryException(BAD_DATE);
                };
        IntPredicate order = order(operator);
        if (dialect.datesOnly() && (!wanted.dateOnly() || operator.equals(">="))) {
            return value -> false;
        }
        return value -> value instanceof String text && order.test(compare(text, wanted.value()));
    }

    private static int compare(String stored, Instant wanted) {
        try {
            return Instant.parse(stored).compareTo(wanted);
        } catch (DateTimeException e) {
            throw new QueryException(BAD_DATE);
        }
    }

    /** Reads what stands between brackets: whole seconds in UTC, or a date. */
    static Literal.Moment moment(String written) {
        try {
            if (written.length() == 10) {
                return new Literal.Moment(
                        LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC), true);
            }
            if (written.indexOf('.') >= 0) {
                throw new QueryException(BAD_DATE);
            }
            return new Literal.Moment(
                    Instant.parse(written.endsWith("Z") ? written : written + "Z"), false);
        } catch (DateTimeException e) {
            throw new QueryException(BAD_DATE);
        }
    }

    private static IntPredicate order(String operator) {
        return switch (operator) {
            case "=" -> result -> result == 0;
            case "!=" -> result -> result != 0;
            case "<" -> result -> result < 0;
            case "<=" -> result -> result <= 0;
            case ">" -> result -> result > 0;
            case ">=" -> result -> result >= 0;
            default -> throw new QueryException(BAD_FORMAT);
        };
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
