package io.psabridge.sandbox.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions: {@code and} binds stronger than {@code or}, keywords in any letter case, both
 * kinds of quotes. Fails with {@link QueryException}.
 */
public final class ConditionParser {

    private static final int MAX_DEPTH = 100;

    private final Columns columns;
    private final ValueTests tests;
    private final List<Token> tokens;
    private final Set<String> arrays = new LinkedHashSet<>();
    private final boolean insideArray;
    private int at;
    private int depth;

    private ConditionParser(String source, Columns columns, Dialect dialect, boolean insideArray) {
        this.columns = columns;
        this.tests = new ValueTests(dialect);
        this.tokens = Lexer.tokens(source, dialect.backslashEscapes());
        this.insideArray = insideArray;
    }

    /** Conditions on the record itself; blank means no condition. */
    public static Condition conditions(@Nullable String source, Columns columns, Dialect dialect) {
        return parse(source, columns, dialect, false);
    }

    /** Conditions on the elements of one list inside the record: one element must meet them all. */
    public static Condition childConditions(
            @Nullable String source, Columns columns, Dialect dialect) {
        return parse(source, columns, dialect, true);
    }

    private static Condition parse(
            @Nullable String source, Columns columns, Dialect dialect, boolean insideArray) {
        if (source == null || source.isBlank()) {
            return new Condition.All();
        }
        ConditionParser parser = new ConditionParser(source, columns, dialect, insideArray);
        Condition condition = parser.either();
        if (parser.peek().kind() != Token.Kind.END) {
            throw new QueryException("Syntax error near '" + parser.peek().text() + "'.");
        }
        if (!insideArray) {
            return condition;
        }
        if (parser.arrays.size() != 1) {
            throw new QueryException("Child conditions must name one list, not several.");
        }
        return new Condition.AnyElement(parser.arrays.iterator().next(), condition);
    }

    private Condition either() {
        List<Condition> terms = new ArrayList<>();
        terms.add(all());
        while (peek().isWord("or")) {
            at++;
            terms.add(all());
        }
        return terms.size() == 1 ? terms.getFirst() : new Condition.Or(terms);
    }

    private Condition all() {
        List<Condition> terms = new ArrayList<>();
        terms.add(one());
        while (peek().isWord("and")) {
            at++;
            terms.add(one());
        }
        return terms.size() == 1 ? terms.getFirst() : new Condition.And(terms);
    }

    private Condition one() {
        if (++depth > MAX_DEPTH) {
            throw new QueryException("The conditions are nested too deeply.");
        }
        try {
            if (peek().isWord("not")) {
                at++;
                return new Condition.Not(one());
            }
            if (peek().kind() == Token.Kind.OPEN) {
                at++;
                Condition inner = either();
                expect(Token.Kind.CLOSE);
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Condition comparison() {
        Column column = column(expect(Token.Kind.NAME).text());
        Token operator = next();
        if (operator.isWord("not")) {
            return new Condition.Not(compare(column, next()));
        }
        return compare(column, operator);
    }

    private Condition compare(Column column, Token operator) {
        if (operator.kind() == Token.Kind.OPERATOR) {
            return new Condition.Compare(column, tests.of(column, operator.text(), literal()));
        }
        if (operator.isWord("contains") || operator.isWord("like")) {
            String word = operator.isWord("like") ? "like" : "contains";
            return new Condition.Compare(column, tests.of(column, word, literal()));
        }
        if (operator.isWord("in")) {
            return new Condition.Compare(column, tests.anyOf(column, literals()));
        }
        throw new QueryException("Syntax error near '" + operator.text() + "'.");
    }

    private List<Literal> literals() {
        expect(Token.Kind.OPEN);
        List<Literal> literals = new ArrayList<>();
        literals.add(literal());
        while (peek().kind() == Token.Kind.COMMA) {
            at++;
            literals.add(literal());
        }
        expect(Token.Kind.CLOSE);
        return literals;
    }

    private Literal literal() {
        Token token = next();
        return switch (token.kind()) {
            case TEXT -> new Literal.Text(token.text());
            case NUMBER -> number(token.text());
            case MOMENT -> ValueTests.moment(token.text());
            case NAME -> word(token);
            default -> throw new QueryException("Syntax error near '" + token.text() + "'.");
        };
    }

    private static Literal number(String written) {
        try {
            return new Literal.Numeric(Double.parseDouble(written), written);
        } catch (NumberFormatException e) {
            throw new QueryException("Input string was not in a correct format.");
        }
    }

    private static Literal word(Token token) {
        if (token.isWord("true") || token.isWord("false")) {
            return new Literal.Flag(token.isWord("true"));
        }
        if (token.isWord("null")) {
            return new Literal.Null();
        }
        throw new QueryException("Syntax error near '" + token.text() + "'.");
    }

    private Column column(String name) {
        Column column = columns.find(name);
        if (column == null || (column.array() != null) != insideArray) {
            throw new QueryException(name + " is not a recognized name.");
        }
        if (column.array() != null) {
            arrays.add(column.array());
        }
        return column;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private Token expect(Token.Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw new QueryException("Syntax error near '" + token.text() + "'.");
        }
        return token;
    }
}
