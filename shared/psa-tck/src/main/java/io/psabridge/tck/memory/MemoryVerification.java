package io.psabridge.tck.memory;

import io.psabridge.spi.Capability;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.Check;
import io.psabridge.spi.Verification.CheckName;
import io.psabridge.tck.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a connection step by step. */
final class MemoryVerification {

    private final MemoryApi api;
    private final MemoryPsa.Declared declared;
    private final List<Check> checks = new ArrayList<>();

    MemoryVerification(MemoryApi api, MemoryPsa.Declared declared) {
        this.api = api;
        this.declared = declared;
    }

    Verification run() {
        Document account;
        try {
            account = api.record(Ask.to(Operation.SIGN_IN), document -> document);
        } catch (PsaException failure) {
            return signInFailed(failure);
        }
        passed(CheckName.ADDRESS);
        passed(CheckName.SIGN_IN);
        try {
            checkRights();
            passed(CheckName.RIGHTS);
        } catch (PsaException failure) {
            failed(CheckName.RIGHTS, failure);
        }
        return new Verification(checks, account.optional("version"), account.optional("id"));
    }

    private Verification signInFailed(PsaException failure) {
        switch (failure.code()) {
            case NOT_FOUND, UNAUTHENTICATED -> {
                passed(CheckName.ADDRESS);
                failed(
                        CheckName.SIGN_IN,
                        PsaException.of(PsaErrorCode.UNAUTHENTICATED)
                                .message("The PSA refuses the key")
                                .fix("Enter the key again")
                                .cause(failure)
                                .build());
            }
            default -> failed(CheckName.ADDRESS, failure);
        }
        return new Verification(checks, null, null);
    }

    private void checkRights() {
        if (declared.has(Capability.TICKETS_SEARCH)) {
            api.page(Ask.to(Operation.LIST_TICKETS), PageRequest.first(1), row -> row);
        }
        if (declared.has(Capability.MEMBERS)) {
            api.page(Ask.to(Operation.LIST_MEMBERS), PageRequest.first(1), row -> row);
        }
    }

    private void passed(CheckName name) {
        add(name, true, "good", null, null);
    }

    private void failed(CheckName name, PsaException failure) {
        String fix = failure.fix().orElse("Try again when the PSA answers");
        add(name, false, String.valueOf(failure.getMessage()), fix, failure);
    }

    private void add(
            CheckName name,
            boolean ok,
            String detail,
            @Nullable String fix,
            @Nullable PsaException failure) {
        checks.add(new Check(name, ok, detail, fix, Duration.ZERO, failure));
    }
}
