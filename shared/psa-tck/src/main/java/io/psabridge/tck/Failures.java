package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a call to fail in the one way in which a PSA may fail. */
final class Failures {

    private Failures() {}

    static PsaException failureOf(String suffering, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown)
                .as("%s: the call must fail, and with a PsaException only", suffering)
                .isInstanceOf(PsaException.class);
        return (PsaException) Objects.requireNonNull(thrown);
    }

    /** Does what must work; says what a person would suffer when it does not. */
    static <T> T works(String suffering, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw new AssertionError(suffering + ": " + failure, failure);
        }
    }

    static PsaException failsWith(PsaErrorCode code, String suffering, ThrowingCallable call) {
        PsaException failure = failureOf(suffering, call);
        assertThat(failure.code())
                .as("%s: code of \"%s\"", suffering, failure.getMessage())
                .isEqualTo(code);
        return failure;
    }
}
