package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.Check;

/**
 * What a failed check of a connection becomes: the problem that refuses it, or the health it
 * leaves.
 */
final class ProbeProblems {

    private ProbeProblems() {}

    static Problem of(PsaProvider provider, Verification result) {
        Check failed =
                result.failed()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        provider.name() + " passed without an account"));
        PsaException failure = failed.failure();
        if (failure != null) {
            return PsaProblems.of(failure, provider.name(), Repeat.HARMLESS);
        }
        return Problem.of(ProblemCode.PSA_AUTHENTICATION_FAILED)
                .detail(failed.detail())
                .fix(failed.fix())
                .build();
    }

    /** What a verification says about the connection. */
    static Health healthOf(Verification result) {
        return result.failed().map(ProbeProblems::health).orElse(Health.GOOD);
    }

    private static Health health(Check failed) {
        Health.State state =
                switch (failed.name()) {
                    case ADDRESS, TLS -> Health.State.UNREACHABLE;
                    case SIGN_IN, CLIENT_ID -> Health.State.UNAUTHORIZED;
                    case RIGHTS -> Health.State.LIMITED;
                };
        PsaException failure = failed.failure();
        if (failure != null) {
            return Health.after(failure)
                    .orElse(
                            new Health(
                                    state, PsaProblems.code(failure).wireName(), failed.detail()));
        }
        return new Health(state, null, failed.detail());
    }
}
