package io.psabridge.tck.memory;

import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives the answers that come in place of the right one. */
final class Spoiler {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final String PAGE = "<html><body>Bad gateway</body></html>";

    private Spoiler() {}

    /** What comes before the PSA did anything. */
    static Optional<Answer> before(StandInFault fault) {
        return Optional.ofNullable(
                switch (fault) {
                    case RESET_BEFORE_COMMIT -> new Answer.Reset();
                    case NO_ANSWER, DRIP -> new Answer.Silence();
                    case BAD_REQUEST_400 -> json(400, "InvalidObject");
                    case KEYS_REVOKED_401 -> json(401, "Unauthorized");
                    case FORBIDDEN_403 -> json(403, "Forbidden");
                    case MISSING_404 -> json(404, "NotFound");
                    case REFUSED_422 -> json(422, "InvalidObject");
                    case RATE_LIMITED_JSON ->
                            new Answer.Failed(429, "{\"error\":\"slow down\"}", true, WAIT);
                    case RATE_LIMITED_HTML -> new Answer.Failed(429, PAGE, false, WAIT);
                    case RATE_LIMITED_EMPTY -> new Answer.Failed(429, "", false, WAIT);
                    case SERVER_ERROR_500 -> json(500, "timeout");
                    case HTML_502 -> new Answer.Failed(502, PAGE, false, null);
                    case HTML_503 -> new Answer.Failed(503, PAGE, false, null);
                    case REDIRECTS_ELSEWHERE -> new Answer.Redirect();
                    default -> null;
                });
    }

    /** What comes in place of the right answer, after the work was done. */
    static Answer after(StandInFault fault, Answer right) {
        return switch (fault) {
            case RESET_AFTER_COMMIT -> new Answer.Reset();
            case HTML_200, ENDLESS_BODY -> new Answer.Garbage(PAGE);
            case EMPTY_200 -> new Answer.Garbage("");
            case TRUNCATED_JSON -> new Answer.Garbage("{\"id\":\"1\",\"summ");
            case NULL_200 -> new Answer.Garbage("null");
            case ERROR_BODY_200 ->
                    new Answer.One(
                            new Document().put("code", "InvalidObject").put("message", "no"));
            case WRONG_SHAPE_200 ->
                    right instanceof Answer.Listing
                            ? new Answer.One(new Document().put("id", "1"))
                            : new Answer.Listing(List.of(), false, false);
            default -> right;
        };
    }

    static Answer.Failed json(int status, String code) {
        return new Answer.Failed(status, "{\"code\":\"" + code + "\"}", true, null);
    }
}
