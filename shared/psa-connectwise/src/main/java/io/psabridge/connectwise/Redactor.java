package io.psabridge.connectwise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes a connection's secrets out of whatever the PSA says, and makes one short line of it. */
final class Redactor {

    private static final int LONGEST = 500;

    private final List<String> secrets;

    Redactor(List<String> secrets) {
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.removeIf(String::isBlank);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        this.secrets = List.copyOf(longestFirst);
    }

    String redacted(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "[secret]");
        }
        clean = clean.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        if (clean.codePointCount(0, clean.length()) <= LONGEST) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
