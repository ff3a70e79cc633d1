package io.psabridge.connectwise;

import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.function.Supplier;

/** What is done after a write went through: whatever fails here, the write may have happened. */
final class AfterWrite {

    private AfterWrite() {}

    static <T> T run(Supplier<T> rest) {
        try {
            return rest.get();
        } catch (PsaException e) {
            if (e.effect() == Effect.UNKNOWN) {
                throw e;
            }
            throw PsaException.of(
                            e.code() == PsaErrorCode.NOT_FOUND
                                    ? PsaErrorCode.UNEXPECTED_REPLY
                                    : e.code())
                    .effect(Effect.UNKNOWN)
                    .message("The change was sent; what followed failed: " + e.getMessage())
                    .fix(e.fix().orElse(null))
                    .answer(e.answer().orElse(null))
                    .retryAfter(e.retryAfter().orElse(null))
                    .errors(e.errors())
                    .cause(e)
                    .build();
        }
    }
}
