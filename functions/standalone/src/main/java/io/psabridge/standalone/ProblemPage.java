package io.psabridge.standalone;

import io.psabridge.platform.web.ProblemCode;

/** A page that lists the codes of problems, each at its own anchor. */
final class ProblemPage {

    private ProblemPage() {}

    static String html() {
        StringBuilder rows = new StringBuilder();
        for (ProblemCode code : ProblemCode.values()) {
            rows.append(row(code));
        }
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>PSA Bridge problems</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/problems.css"></head>
        <body>
        <h1>Problems</h1>
        <p>Every failure is <code>application/problem+json</code>. Act on its <code>code</code>.</p>
        <table>
        <thead><tr><th>code</th><th>status</th><th>meaning</th><th>the same request again</th></tr></thead>
        <tbody>
        """
                + rows
                + """
                </tbody>
                </table>
                <p><a href="/docs">The API</a></p>
                </body>
                </html>
                """;
    }

    private static String row(ProblemCode code) {
        return """
        <tr id="%1$s"><th scope="row">%1$s</th><td>%2$d</td><td>%3$s</td><td>%4$s</td></tr>
        """
                .formatted(
                        code.wireName(),
                        code.status(),
                        code.title(),
                        code.retryable() ? "may do better later" : "needs a change first");
    }
}
