package io.psabridge.tck.memory;

import static io.psabridge.spi.PsaErrorCode.INVALID_REQUEST;
import static io.psabridge.spi.PsaErrorCode.MEMBER_NOT_FOUND;
import static io.psabridge.spi.PsaErrorCode.NOT_FOUND;
import static io.psabridge.spi.PsaErrorCode.PERMISSION_DENIED;
import static io.psabridge.spi.PsaErrorCode.RATE_LIMITED;
import static io.psabridge.spi.PsaErrorCode.REJECTED;
import static io.psabridge.spi.PsaErrorCode.TIMEOUT;
import static io.psabridge.spi.PsaErrorCode.UNAUTHENTICATED;
import static io.psabridge.spi.PsaErrorCode.UNAVAILABLE;
import static io.psabridge.spi.PsaErrorCode.UNEXPECTED_REPLY;

import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.tck.KitFault;

/** The one table from what a PSA in memory answers to what a caller can act on. */
final class MemoryFailures {

    private final Ask ask;
    private final Faults faults;
    private final String leak;

    /** Adds {@code leak} to each message; empty in a right provider. */
    MemoryFailures(Ask ask, Faults faults, String leak) {
        this.ask = ask;
        this.faults = faults;
        this.leak = leak;
    }

    PsaException reset() {
        boolean givesUp = faults.has(KitFault.GIVES_UP_AFTER_A_RESET);
        return failure(UNAVAILABLE, "The connection broke", givesUp ? Effect.NONE : inDoubt());
    }

    PsaException silence() {
        return failure(TIMEOUT, "No answer in time", inDoubt());
    }

    PsaException unreadable(String found) {
        return failure(UNEXPECTED_REPLY, "The PSA answered with " + found, inDoubt());
    }

    PsaException failed(Answer.Failed failed) {
        Effect effect = failed.status() >= 500 ? inDoubt() : Effect.NONE;
        return builder(code(failed), "The PSA answered " + failed.status(), effect)
                .fix(fix(failed.status()))
                .retryAfter(failed.retryAfter())
                .answer(
                        new PsaException.Answer(
                                failed.status(), null, failed.json() ? failed.body() : null, null))
                .build();
    }

    private PsaErrorCode code(Answer.Failed failed) {
        if (!failed.json()
                && failed.status() == 503
                && faults.has(KitFault.BAD_KEYS_FOR_AN_OUTAGE)) {
            return UNAUTHENTICATED;
        }
        return switch (failed.status()) {
            case 400 -> INVALID_REQUEST;
            case 401 -> faults.has(KitFault.NOT_FOUND_FOR_BAD_KEYS) ? NOT_FOUND : UNAUTHENTICATED;
            case 403 -> PERMISSION_DENIED;
            case 404 -> NOT_FOUND;
            case 429 ->
                    !failed.json() && faults.has(KitFault.RATE_LIMIT_BY_BODY)
                            ? REJECTED
                            : RATE_LIMITED;
            case 422 -> failed.body().contains("no member") ? MEMBER_NOT_FOUND : REJECTED;
            default -> failed.status() >= 500 ? UNAVAILABLE : REJECTED;
        };
    }

    private String fix(int status) {
        return switch (status) {
            case 401 -> "Enter the key again";
            case 403 -> "Allow " + ask.operation() + " to the role of the key";
            case 429 -> "Wait as long as the PSA asks for";
            default -> "Look at what the PSA says about it";
        };
    }

    private Effect inDoubt() {
        return ask.operation().isWrite() && !faults.has(KitFault.SAYS_NO_EFFECT_WHEN_UNKNOWN)
                ? Effect.UNKNOWN
                : Effect.NONE;
    }

    private PsaException failure(PsaErrorCode code, String message, Effect effect) {
        return builder(code, message, effect).build();
    }

    private PsaException.Builder builder(PsaErrorCode code, String message, Effect effect) {
        return PsaException.of(code)
                .message(message + " to " + ask.operation() + leak)
                .effect(effect);
    }
}
