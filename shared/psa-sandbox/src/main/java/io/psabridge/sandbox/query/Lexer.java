package io.psabridge.sandbox.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a condition into tokens. */
final class Lexer {

    private static final String OUT_OF_RANGE = "String index out of range.";

    private final String source;
    private final boolean backslashEscapes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source, boolean backslashEscapes) {
        this.source = source;
        this.backslashEscapes = backslashEscapes;
    }

    static List<Token> tokens(String source, boolean backslashEscapes) {
        Lexer lexer = new Lexer(source, backslashEscapes);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                text(c);
            } else if (c == '[') {
                moment();
            } else if (Character.isDigit(c) || (c == '-' && digitFollows())) {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                name();
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Token.Kind.END, ""));
    }

    private void text(char quote) {
        StringBuilder text = new StringBuilder();
        at++;
        while (true) {
            if (at >= source.length()) {
                throw new QueryException(OUT_OF_RANGE);
            }
            char c = source.charAt(at++);
            if (c == quote) {
                break;
            }
            if (c == '\\' && backslashEscapes && at < source.length()) {
                text.append(source.charAt(at++));
            } else {
                text.append(c);
            }
        }
        tokens.add(new Token(Token.Kind.TEXT, text.toString()));
    }

    private void moment() {
        int end = source.indexOf(']', at);
        if (end < 0) {
            throw new QueryException(OUT_OF_RANGE);
        }
        tokens.add(new Token(Token.Kind.MOMENT, source.substring(at + 1, end).strip()));
        at = end + 1;
    }

    private void number() {
        int start = at++;
        while (at < source.length()
                && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        tokens.add(new Token(Token.Kind.NUMBER, source.substring(start, at)));
    }

    private void name() {
        int start = at++;
        while (at < source.length() && isNamePart(source.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.NAME, source.substring(start, at)));
    }

    private void sign(char c) {
        at++;
        switch (c) {
            case '(' -> tokens.add(new Token(Token.Kind.OPEN, "("));
            case ')' -> tokens.add(new Token(Token.Kind.CLOSE, ")"));
            case ',' -> tokens.add(new Token(Token.Kind.COMMA, ","));
            case '=' -> tokens.add(new Token(Token.Kind.OPERATOR, "="));
            case '<', '>', '!' -> comparison(c);
            default -> throw new QueryException("Unexpected character '" + c + "' in conditions.");
        }
    }

    private void comparison(char first) {
        boolean withEquals = at < source.length() && source.charAt(at) == '=';
        if (withEquals) {
            at++;
        } else if (first == '!') {
            throw new QueryException("Unexpected character '!' in conditions.");
        } else if (first == '<' && at < source.length() && source.charAt(at) == '>') {
            at++;
            tokens.add(new Token(Token.Kind.OPERATOR, "!="));
            return;
        }
        tokens.add(
                new Token(Token.Kind.OPERATOR, withEquals ? first + "=" : String.valueOf(first)));
    }

    private boolean digitFollows() {
        return at + 1 < source.length() && Character.isDigit(source.charAt(at + 1));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '.';
    }
}
