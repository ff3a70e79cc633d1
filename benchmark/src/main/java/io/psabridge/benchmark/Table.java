package io.psabridge.benchmark;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown, row by row; its first column is text, the others are numbers. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... columns) {
        row(columns);
        text.append("|---|").append("--:|".repeat(columns.length - 1)).append('\n');
    }

    Table row(String... cells) {
        text.append(Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    String text() {
        return text + "\n";
    }

    /** Such as 12,345. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Two decimals: milliseconds of a single call. */
    static String fine(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Such as ×1.7. */
    static String ratio(double value, double of) {
        return String.format(Locale.ROOT, "×%.2f", value / of);
    }
}
