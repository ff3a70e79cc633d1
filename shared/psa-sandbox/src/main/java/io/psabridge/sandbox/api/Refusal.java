package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The PSA says no, in its own words. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final List<Map<String, Object>> errors;
    private final @Nullable Answer verbatim;

    private Refusal(
            int status,
            String code,
            String message,
            List<Map<String, Object>> errors,
            @Nullable Answer verbatim) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.verbatim = verbatim;
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, List.of(), null);
    }

    /** An answer that has another shape than the PSA's errors. */
    public static Refusal verbatim(Answer answer) {
        return new Refusal(answer.status(), "", "", List.of(), answer);
    }

    public static Refusal security() {
        return of(403, "Security", "You do not have security permission to perform this action.");
    }

    public static Refusal notFound(String label, Object id) {
        return of(404, "NotFound", label + " " + id + " not found");
    }

    public static Refusal noEndpoint() {
        return of(404, "ConnectWiseApi", "The endpoint does not exist.");
    }

    public static Refusal unreadable(String message) {
        return of(400, "ConnectWiseApi", message);
    }

    public static Refusal badCondition(String message) {
        return of(400, "ApiFindCondition", message);
    }

    public static Refusal invalid(String resource, List<Map<String, Object>> errors) {
        return new Refusal(400, "InvalidObject", resource + " object is invalid", errors, null);
    }

    /** Before a company is known, errors without details say so by null. */
    Answer answer(@Nullable Site site) {
        if (verbatim != null) {
            return verbatim;
        }
        Map<String, Object> body =
                Json.object("code", code, "message", String.valueOf(getMessage()));
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        } else {
            String form = site == null ? "null" : site.choice(Switch.INFO_ERRORS);
            if (!form.equals("absent")) {
                body.put("errors", form.equals("list") ? List.of() : Json.NULL);
            }
        }
        return Answer.json(status, body);
    }
}
