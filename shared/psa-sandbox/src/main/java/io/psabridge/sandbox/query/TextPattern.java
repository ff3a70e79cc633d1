package io.psabridge.sandbox.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code contains} and {@code like} look for, blind to letter case: characters, classes such
 * as {@code [abc]}, and runs of anything.
 */
final class TextPattern {

    private sealed interface Piece {}

    private record Letter(int codePoint) implements Piece {}

    private record OneOf(Set<Integer> codePoints, boolean negated) implements Piece {}

    private record AnyRun() implements Piece {}

    private final List<Piece> pieces;

    private TextPattern(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static TextPattern contains(String text, boolean percentIsRun) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new AnyRun());
        pieces.addAll(pieces(text, percentIsRun ? "%" : ""));
        pieces.add(new AnyRun());
        return new TextPattern(pieces);
    }

    static TextPattern like(String text) {
        return new TextPattern(pieces(text, "%*"));
    }

    boolean matches(String text) {
        int[] points = fold(text).codePoints().toArray();
        int at = 0;
        int piece = 0;
        int runPiece = -1;
        int runAt = 0;
        while (at < points.length) {
            if (piece < pieces.size() && pieces.get(piece) instanceof AnyRun) {
                runPiece = piece++;
                runAt = at;
            } else if (piece < pieces.size() && fits(pieces.get(piece), points[at])) {
                piece++;
                at++;
            } else if (runPiece >= 0) {
                piece = runPiece + 1;
                at = ++runAt;
            } else {
                return false;
            }
        }
        while (piece < pieces.size() && pieces.get(piece) instanceof AnyRun) {
            piece++;
        }
        return piece == pieces.size();
    }

    private static boolean fits(Piece piece, int codePoint) {
        return switch (piece) {
            case Letter letter -> letter.codePoint == codePoint;
            case OneOf some -> some.codePoints.contains(codePoint) != some.negated;
            case AnyRun run -> false;
        };
    }

    private static List<Piece> pieces(String text, String runs) {
        String folded = fold(text);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int codePoint = folded.codePointAt(at);
            int close = codePoint == '[' ? folded.indexOf(']', at + 1) : -1;
            if (close > at + 1) {
                pieces.add(oneOf(folded.substring(at + 1, close)));
                at = close + 1;
                continue;
            }
            pieces.add(runs.indexOf(codePoint) >= 0 ? new AnyRun() : new Letter(codePoint));
            at += Character.charCount(codePoint);
        }
        return pieces;
    }

    private static OneOf oneOf(String inside) {
        boolean negated = inside.length() > 1 && inside.charAt(0) == '^';
        return new OneOf(
                inside.substring(negated ? 1 : 0)
                        .codePoints()
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet()),
                negated);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
