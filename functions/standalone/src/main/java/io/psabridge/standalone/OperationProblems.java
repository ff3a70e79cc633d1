package io.psabridge.standalone;

import static io.psabridge.platform.web.ProblemCode.CAPABILITY_NOT_SUPPORTED;
import static io.psabridge.platform.web.ProblemCode.CONFLICT;
import static io.psabridge.platform.web.ProblemCode.CONNECTION_PAUSED;
import static io.psabridge.platform.web.ProblemCode.IDEMPOTENCY_IN_PROGRESS;
import static io.psabridge.platform.web.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static io.psabridge.platform.web.ProblemCode.INSUFFICIENT_SCOPE;
import static io.psabridge.platform.web.ProblemCode.INVALID_CURSOR;
import static io.psabridge.platform.web.ProblemCode.INVALID_REQUEST;
import static io.psabridge.platform.web.ProblemCode.NOT_FOUND;
import static io.psabridge.platform.web.ProblemCode.PAYLOAD_TOO_LARGE;
import static io.psabridge.platform.web.ProblemCode.PSA_AUTHENTICATION_FAILED;
import static io.psabridge.platform.web.ProblemCode.PSA_BAD_RESPONSE;
import static io.psabridge.platform.web.ProblemCode.PSA_PERMISSION_DENIED;
import static io.psabridge.platform.web.ProblemCode.PSA_RATE_LIMITED;
import static io.psabridge.platform.web.ProblemCode.PSA_REJECTED;
import static io.psabridge.platform.web.ProblemCode.PSA_SITE_NOT_ALLOWED;
import static io.psabridge.platform.web.ProblemCode.PSA_STATUS_NOT_APPLIED;
import static io.psabridge.platform.web.ProblemCode.PSA_TIMEOUT;
import static io.psabridge.platform.web.ProblemCode.PSA_UNAVAILABLE;
import static io.psabridge.platform.web.ProblemCode.RATE_LIMITED;
import static io.psabridge.platform.web.ProblemCode.STATUS_NOT_ON_BOARD;
import static io.psabridge.platform.web.ProblemCode.TEMPORARILY_UNAVAILABLE;
import static io.psabridge.platform.web.ProblemCode.UNAUTHENTICATED;
import static io.psabridge.platform.web.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import io.psabridge.platform.web.ProblemCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The problems that an operation can end with, by rules that hold for all of its kind. */
final class OperationProblems {

    private final Operation operation;
    private final Set<ProblemCode> codes =
            EnumSet.of(INVALID_REQUEST, UNAUTHENTICATED, TEMPORARILY_UNAVAILABLE);

    private OperationProblems(Operation operation) {
        this.operation = operation;
    }

    /** In the order of {@link ProblemCode}, which is that of their statuses. */
    static Set<ProblemCode> of(Operation operation) {
        OperationProblems problems = new OperationProblems(operation);
        problems.ofTheRequest();
        problems.ofTheState();
        problems.ofThePsa();
        return problems.codes;
    }

    private void ofTheRequest() {
        when(operation.isList(), INVALID_CURSOR);
        when(!operation.isOfAPsa(), INSUFFICIENT_SCOPE);
        when(operation.hasBody(), PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);
        when(operation.isOfAPsa(), PAYLOAD_TOO_LARGE);
        when(operation.takesKey(), IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED);
        when(operation.namesARecord(), NOT_FOUND);
    }

    private void ofTheState() {
        when(operation.needsAnUnpausedConnection(), CONNECTION_PAUSED);
        when(
                operation.path().endsWith("/credentials")
                        || operation.path().endsWith("/retry")
                        || operation.is("delete", "/v1/note-posts/{id}")
                        || operation.is("post", "/v1/ticket-links"),
                CONFLICT);
    }

    private void ofThePsa() {
        boolean status = operation.path().endsWith("/status");
        boolean changes = operation.verb().equals("patch") && operation.asksThePsa();
        boolean creates = operation.verb().equals("post") && operation.path().endsWith("/tickets");
        when(operation.asksThePsa(), PSA_AUTHENTICATION_FAILED, PSA_PERMISSION_DENIED);
        when(operation.asksThePsa(), PSA_REJECTED, PSA_SITE_NOT_ALLOWED);
        when(operation.asksThePsa() && !operation.triesCredentials(), CAPABILITY_NOT_SUPPORTED);
        when(
                operation.asksThePsa() && !operation.postsANote(),
                PSA_UNAVAILABLE,
                PSA_BAD_RESPONSE,
                PSA_RATE_LIMITED,
                PSA_TIMEOUT);
        when(operation.triesCredentials() || operation.isOfAPsa(), RATE_LIMITED);
        when(status || changes || creates, STATUS_NOT_ON_BOARD);
        when(status || changes, PSA_STATUS_NOT_APPLIED);
    }

    private void when(boolean so, ProblemCode... possible) {
        if (so) {
            codes.addAll(Arrays.asList(possible));
        }
    }
}
