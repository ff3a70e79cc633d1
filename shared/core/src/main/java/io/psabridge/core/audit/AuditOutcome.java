package io.psabridge.core.audit;

import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param code the problem's; absent when it went well
 */
public record AuditOutcome(Kind kind, @Nullable String code) {

    static final AuditOutcome OK = new AuditOutcome(Kind.OK, null);

    /** Refused when the request or the state is to blame, failed when we or the PSA are. */
    static AuditOutcome of(RuntimeException failure) {
        ProblemCode code =
                failure instanceof Problem problem
                        ? problem.code()
                        : ProblemCode.TEMPORARILY_UNAVAILABLE;
        return new AuditOutcome(code.status() < 500 ? Kind.REFUSED : Kind.FAILED, code.wireName());
    }

    /** As kept and as answered, in lower case. */
    public enum Kind {
        OK,
        REFUSED,
        FAILED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
