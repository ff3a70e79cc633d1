package io.psabridge.connectwise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a ConnectWise tells about a company before anybody signs in.
 *
 * @param codebase first part of every path, with its closing slash
 * @param companyId the company's sign-in name in its own spelling
 * @param versionCode such as {@code v2026.1}
 */
record CompanyInfo(String codebase, String companyId, boolean cloud, @Nullable String versionCode) {

    private static final Pattern CODEBASE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,60}/?");
    private static final Pattern RELEASE = Pattern.compile("v?(20[0-9]{2})\\.([0-9]{1,2}).*");

    /** Empty when there is no usable codebase. */
    static Optional<CompanyInfo> read(WireObject answer, String askedFor) {
        return answer.text("Codebase")
                .filter(codebase -> CODEBASE.matcher(codebase).matches())
                .map(codebase ->
                        new CompanyInfo(
                                codebase.endsWith("/") ? codebase : codebase + "/",
                                answer.text("CompanyID").orElse(askedFor),
                                answer.flag("IsCloud"),
                                answer.text("VersionCode").orElse(null)));
    }

    /** The pinned model version, or the server's own release when that is older and self-hosted. */
    String modelVersion(String pinned) {
        if (cloud || versionCode == null) {
            return pinned;
        }
        Matcher release = RELEASE.matcher(versionCode);
        if (!release.matches()) {
            return pinned;
        }
        String own = release.group(1) + "." + Integer.parseInt(release.group(2));
        return rank(own) < rank(pinned) ? own : pinned;
    }

    private static int rank(String version) {
        int dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) * 100
                + Integer.parseInt(version.substring(dot + 1));
    }
}
