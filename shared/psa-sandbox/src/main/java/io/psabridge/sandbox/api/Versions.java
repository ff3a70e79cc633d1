package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Release;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The model version that a caller pins in Accept. */
final class Versions {

    private static final Pattern PINNED = Pattern.compile("version=\\s*\"?(\\d{4})\\.(\\d{1,2})");
    private static final String COMMUNICATION_TYPES = "company/communicationTypes";

    private Versions() {}

    /**
     * Refuses a version that the endpoint is younger than, or that the server does not know yet.
     */
    static void check(String accept, Release release, String path) {
        Matcher pinned = PINNED.matcher(accept);
        if (!pinned.find()) {
            return;
        }
        String asked = pinned.group(1) + "." + pinned.group(2);
        if (path.startsWith(COMMUNICATION_TYPES) && number(asked) < number("2020.4")) {
            throw unsupported(asked, "The lowest supported version is 2020.4.");
        }
        if (number(asked) > Math.max(number(release.apiVersion()), number("2026.4"))) {
            throw unsupported(
                    asked, "The highest supported version is " + release.apiVersion() + ".");
        }
    }

    private static Refusal unsupported(String asked, String hint) {
        return Refusal.unreadable(
                "The requested version " + asked + " is not supported by this endpoint. " + hint);
    }

    private static int number(String version) {
        int dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) * 100
                + Integer.parseInt(version.substring(dot + 1));
    }
}
