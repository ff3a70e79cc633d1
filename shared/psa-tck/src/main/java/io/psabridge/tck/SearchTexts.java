package io.psabridge.tck;

import java.util.List;
import java.util.Random;

/** Generated texts that a person might search for, and some that nobody would. */
final class SearchTexts {

    private static final List<String> PARTS =
            List.of(
                    "printer",
                    "Disk",
                    "95% full",
                    "*",
                    "%",
                    "_",
                    "?",
                    "\"",
                    "'",
                    "\\",
                    "\\\"",
                    "''",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "=",
                    "!=",
                    "<",
                    ">",
                    "&",
                    "+",
                    "#",
                    "/",
                    ";",
                    ",",
                    "%22",
                    "%25",
                    "&amp;",
                    " and ",
                    " OR ",
                    " not ",
                    " or id > 0",
                    "\" or \"1\"=\"1",
                    "') or 1=1 --",
                    "null",
                    "true",
                    "[2026-01-01T00:00:00Z]",
                    "contains",
                    " like ",
                    "board/id",
                    "42",
                    "0",
                    "-1",
                    "Grüße",
                    "Überlauf",
                    "印刷",
                    "故障",
                    "принтер",
                    "מדפסת",
                    "طابعة",
                    "café",
                    "naïve",
                    "🖨️",
                    "🔥",
                    "e\u0301",
                    "\u200b",
                    "–",
                    "…",
                    "$",
                    "^",
                    "|",
                    "~",
                    "`",
                    "@",
                    "x");

    private SearchTexts() {}

    /** At most 80 code points without a blank at an end. */
    static String summary(Random random) {
        String summary = parts(random, 1 + random.nextInt(6));
        return summary.codePointCount(0, summary.length()) <= 80
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, 60)).strip() + "x";
    }

    /** Half of them are part of a summary that is held. */
    static String text(Random random, List<StoredTicket> held) {
        if (random.nextBoolean()) {
            return parts(random, 1 + random.nextInt(3));
        }
        int[] points = held.get(random.nextInt(held.size())).summary().codePoints().toArray();
        int from = random.nextInt(points.length);
        int count = 1 + random.nextInt(Math.min(20, points.length - from));
        String part = new String(points, from, count).strip();
        return part.isEmpty() ? "x" : part;
    }

    private static String parts(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(3) == 0 ? " " : "")
                    .append(PARTS.get(random.nextInt(PARTS.size())));
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? "x" : stripped;
    }
}
