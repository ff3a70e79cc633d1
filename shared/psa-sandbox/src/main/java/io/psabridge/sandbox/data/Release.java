package io.psabridge.sandbox.data;

/**
 * What runs at a company.
 *
 * @param codebase as companyinfo tells it, with its slash
 * @param apiVersion the newest model
 */
public record Release(
        String codebase,
        String versionCode,
        String versionNumber,
        String systemVersion,
        String apiVersion,
        boolean cloud) {

    /** A server of one's own: under the router path, whatever it runs. */
    public static final Release SELF_HOSTED =
            new Release(
                    "v4_6_release/", "v2026.4", "v4.6.126044", "v2026.4.126044", "2026.4", false);

    /** A cloud company with a codebase of the release, such as {@code of("2026.1")}. */
    public static Release cloud(String version) {
        return new Release(
                "v" + version.replace('.', '_') + "/",
                "v" + version,
                "v4.6.112233",
                "v" + version + ".112233",
                version,
                true);
    }
}
