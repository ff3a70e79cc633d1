package io.psabridge.connectwise;

import io.psabridge.http.OutboundException;
import io.psabridge.spi.PsaErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code docs/connectwise/errors.md}: what ConnectWise answers, and what we make of it. */
final class ErrorsPage {

    private ErrorsPage() {}

    static String text() {
        return """
        # ConnectWise: answers and codes

        This page is written by `ReferencePagesTest` from the provider's own table. ConnectWise's
        code, message and request id are kept beside ours, in `answer`.

        ## By what is said

        | Status | ConnectWise says | Code |
        |---|---|---|
        %s

        ## By status alone

        | Status | Code |
        |---|---|
        %s

        A 404 counts as `NOT_FOUND` only after a list that always exists was shown to the same
        keys; else the keys are at fault. After a 5xx, and after a success that cannot be read, it
        is unknown whether a write took place; after any other refusal it did not.

        ## Without an answer

        | Why | Code |
        |---|---|
        %s

        Whether a write took place is unknown unless it is certain that nothing of it was sent.
        """
                .formatted(said(), statuses(), reasons());
    }

    private static String said() {
        return List.of(
                        said(400, "Cannot route", "", ""),
                        said(401, "Cannot route", "", ""),
                        said(403, "SSL is required", "", ""),
                        said(400, "SSL is required", "", ""),
                        said(404, "endpoint does not exist", "", ""),
                        said(400, null, "NotFound", "status/id"),
                        said(400, null, "NotFound", "member/id"))
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static String said(int status, @Nullable String words, String code, String field) {
        List<Refusal.Fault> errors =
                field.isEmpty() ? List.of() : List.of(new Refusal.Fault(code, "", field));
        Refusal refusal = new Refusal(status, null, words, errors, null, null);
        return "| %d | %s | `%s` |"
                .formatted(
                        status,
                        words == null
                                ? "`%s` for the field `%s`".formatted(code, field)
                                : "\"" + words + "\"",
                        ErrorTable.code(refusal));
    }

    private static String statuses() {
        StringBuilder rows = new StringBuilder();
        int first = 300;
        for (int status = 301; status <= 600; status++) {
            if (status == 600 || code(status) != code(first)) {
                String range =
                        first == status - 1 ? String.valueOf(first) : first + "–" + (status - 1);
                rows.append("| %s | `%s` |%n".formatted(range, code(first)));
                first = status;
            }
        }
        return rows.toString().strip();
    }

    private static PsaErrorCode code(int status) {
        return ErrorTable.code(new Refusal(status, null, null, List.of(), null, null));
    }

    private static String reasons() {
        return Arrays.stream(OutboundException.Reason.values())
                .map(reason ->
                        "| %s | `%s` |"
                                .formatted(
                                        reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        ErrorTable.code(reason)))
                .collect(Collectors.joining("\n"));
    }
}
