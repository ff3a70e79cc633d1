package io.psabridge.connectwise;

import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong, and what a person can do about it. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String NOT_UNDERSTOOD = "ApiFindCondition";

    private final Excerpt excerpt;
    private final String askedVersion;

    Failures(Excerpt excerpt, String askedVersion) {
        this.excerpt = excerpt;
        this.askedVersion = askedVersion;
    }

    Refusal refusal(Reply reply) {
        return Refusal.read(reply, excerpt);
    }

    /** For an answer that is no success. */
    PsaException.Builder of(WireRequest request, Reply reply) {
        Refusal refusal = refusal(reply);
        PsaErrorCode code = ErrorTable.code(refusal);
        if (refusal.hasCode(NOT_UNDERSTOOD)) {
            LOG.warn("{}: our condition was not understood ({})", request, refusal.requestId());
        }
        boolean mayHaveHappened = request.writes() && reply.status() >= 500;
        return PsaException.of(code)
                .effect(mayHaveHappened ? Effect.UNKNOWN : Effect.NONE)
                .message(sentence(request, reply, refusal, code))
                .fix(fix(request, refusal, code))
                .answer(refusal.answer())
                .retryAfter(RetryAfter.of(reply).orElse(null))
                .errors(
                        refusal.errors().stream()
                                .map(fault ->
                                        new PsaException.FieldError(
                                                TicketFields.wireName(fault.field()),
                                                fault.message()))
                                .toList());
    }

    /** For no answer at all. */
    PsaException.Builder of(WireRequest request, OutboundException failure) {
        return PsaException.of(ErrorTable.code(failure.reason()))
                .effect(request.writes() && failure.written() ? Effect.UNKNOWN : Effect.NONE)
                .message(excerpt.of(String.valueOf(failure.getMessage())))
                .fix(fix(failure.reason()))
                .retryAfter(failure.retryAfter().orElse(null))
                .cause(failure);
    }

    /** For a success that cannot be read. */
    PsaException.Builder unreadable(WireRequest request, Reply reply, String why) {
        return PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                .effect(request.writes() ? Effect.UNKNOWN : Effect.NONE)
                .message(answered(request, reply) + ", but " + why)
                .fix("Check that the site is the address of the ConnectWise server")
                .answer(refusal(reply).answer());
    }

    private String sentence(WireRequest request, Reply reply, Refusal refusal, PsaErrorCode code) {
        String start = answered(request, reply);
        if (reply.status() >= 300 && reply.status() < 400) {
            return start
                    + " and points to "
                    + excerpt.of(Redirects.host(reply).orElse("another address"));
        }
        String said = refusal.message() == null ? "" : " and said: " + refusal.message();
        String needs =
                code == PsaErrorCode.PERMISSION_DENIED && !rights(request).isEmpty()
                        ? "; it needs " + rights(request)
                        : "";
        return start + said + needs;
    }

    private static String answered(WireRequest request, Reply reply) {
        return "ConnectWise answered " + reply.status() + " when asked to " + request.doing();
    }

    private @Nullable String fix(WireRequest request, Refusal refusal, PsaErrorCode code) {
        if (ErrorTable.isCannotRoute(refusal)) {
            return "Check the company id and the site; the client id may be missing or blocked";
        }
        if (ErrorTable.isVersionDrift(refusal)) {
            return "The server does not serve model version "
                    + askedVersion
                    + " here"
                    + (refusal.serverVersion() == null
                            ? ""
                            : "; it runs " + refusal.serverVersion());
        }
        if (refusal.hasCode(NOT_UNDERSTOOD)) {
            return "This is a fault of PSA Bridge, not of what was asked for: please report it";
        }
        return switch (code) {
            case UNAUTHENTICATED -> "Enter the keys of an active API member of this company";
            case PERMISSION_DENIED ->
                    rights(request).isEmpty()
                            ? "Let an administrator look at the security role of the API member"
                            : "Let an administrator give the API member's security role: "
                                    + rights(request)
                                    + ". If it has that, the client id may be blocked";
            case SITE_NOT_ALLOWED ->
                    "Enter the host of the ConnectWise server itself, such as"
                            + " na.myconnectwise.net";
            case REJECTED -> mend(request, refusal);
            default -> null;
        };
    }

    private static @Nullable String mend(WireRequest request, Refusal refusal) {
        List<String> sent = PatchOperations.paths(request.body());
        List<String> others =
                refusal.errors().stream()
                        .map(Refusal.Fault::field)
                        .filter(field -> !field.isEmpty() && !sent.contains(field.split("/", 2)[0]))
                        .toList();
        return sent.isEmpty() || others.isEmpty()
                ? null
                : "ConnectWise checks the whole record. Mend in ConnectWise: "
                        + String.join(", ", others);
    }

    private static @Nullable String fix(OutboundException.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED ->
                    "Enter a public address; private ones must be allowed by the operator";
            case UNKNOWN_HOST -> "Check the spelling of the host";
            case CONNECT_FAILED -> "Check that the server can be reached from the internet";
            case TLS_FAILED ->
                    "Check the server's certificate, or add the certificate of its own authority";
            case INVALID -> "Check the certificate of the server's own authority: it must be PEM";
            case TIMEOUT, BROKEN, TOO_LARGE, BUSY -> null;
        };
    }

    private static String rights(WireRequest request) {
        return request.rights().stream().map(Right::toString).collect(Collectors.joining("; "));
    }
}
