package io.psabridge.connectwise;

import io.psabridge.http.OutboundException;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.CheckName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a connection step by step, and stops at the first step that fails. */
final class Verifier {

    private static final WireRequest INFO = WireRequest.get("/system/info");

    private final ConnectWiseApi api;
    private final CheckList checks = new CheckList();
    private @Nullable String version;

    Verifier(ConnectWiseApi api) {
        this.api = api;
    }

    Verification verify() {
        Optional<CompanyInfo> company = findCompany();
        if (company.isEmpty()) {
            return checks.result(null, null);
        }
        version = company.get().versionCode();
        String account =
                company.get().companyId().toLowerCase(Locale.ROOT) + "@" + api.site().name();
        boolean signedIn = signIn();
        return checks.result(version, signedIn ? account : null);
    }

    private Optional<CompanyInfo> findCompany() {
        if (!canAsk()) {
            return Optional.empty();
        }
        try {
            CompanyInfo company = api.discover();
            addressIsGood();
            return Optional.of(company);
        } catch (PsaException e) {
            PsaException failure = orGiveUp(e);
            Optional<OutboundException.Reason> reason = reason(failure);
            if (failure.code() == PsaErrorCode.UNAUTHENTICATED) {
                addressIsGood();
                checks.failed(CheckName.SIGN_IN, failure);
            } else if (reason.filter(OutboundException.Reason.TLS_FAILED::equals).isPresent()) {
                checks.passed(CheckName.ADDRESS, "The server answers");
                checks.failed(CheckName.TLS, failure);
            } else {
                checks.failed(
                        CheckName.ADDRESS,
                        reason.filter(OutboundException.Reason.UNKNOWN_HOST::equals).isPresent()
                                ? noSuchHost(failure)
                                : failure);
            }
            return Optional.empty();
        }
    }

    /** Whether what was entered is enough for a first call. */
    private boolean canAsk() {
        CheckName step = CheckName.ADDRESS;
        try {
            api.site();
            step = CheckName.SIGN_IN;
            api.login().companyId();
            return true;
        } catch (PsaException e) {
            checks.failed(step, e);
            return false;
        }
    }

    private void addressIsGood() {
        checks.passed(CheckName.ADDRESS, "ConnectWise answers at " + api.site().name());
        checks.passed(
                CheckName.TLS,
                api.site().scheme().equals("https")
                        ? "The server's certificate is trusted"
                        : "The operator allowed this address without TLS");
    }

    /** Whether the keys are good, whatever else fails. */
    private boolean signIn() {
        if (!api.login().hasClientId()) {
            checks.failed(CheckName.CLIENT_ID, noClientId());
            return false;
        }
        Optional<PsaException> info = askForVersion();
        Optional<PsaException> proof = failure(ConnectWiseApi.PROOF);
        boolean refused = isDenied(proof);
        if (proof.isPresent() && !refused) {
            checks.failed(CheckName.SIGN_IN, proof.get());
            return false;
        }
        checks.passed(CheckName.SIGN_IN, "The keys are good");
        if (refused && isDenied(info)) {
            checks.failed(CheckName.CLIENT_ID, blockedClientId(info.get()));
            return true;
        }
        checks.passed(CheckName.CLIENT_ID, "The client id is accepted");
        checkRights(refused);
        return true;
    }

    /** The information about the system is open on some servers: it is no proof of good keys. */
    private Optional<PsaException> askForVersion() {
        try {
            WireReply answer = api.attempt(INFO).answer();
            if (answer != null) {
                answer.read(() -> answer.object().filled("version"))
                        .ifPresent(told -> version = told);
            }
            return Optional.empty();
        } catch (PsaException e) {
            return Optional.of(orGiveUp(e));
        }
    }

    private void checkRights(boolean ticketsRefused) {
        List<Right> missing = new ArrayList<>();
        if (ticketsRefused) {
            missing.add(Right.TICKETS_INQUIRE);
        }
        for (WireRequest probe : probes()) {
            if (isDenied(failure(probe))) {
                missing.addAll(probe.rights());
            }
        }
        if (missing.isEmpty()) {
            checks.passed(
                    CheckName.RIGHTS,
                    "Tickets, boards, companies, contacts and members can be read");
        } else {
            checks.failed(CheckName.RIGHTS, missing(missing));
        }
    }

    private static List<WireRequest> probes() {
        return List.of(
                        WireRequest.get("/service/boards"),
                        WireRequest.get("/company/companies"),
                        WireRequest.get("/company/contacts"),
                        WireRequest.get("/system/members"))
                .stream()
                .map(request ->
                        request.with("conditions", "id>0")
                                .with("pageSize", "1")
                                .with("fields", "id"))
                .toList();
    }

    private Optional<PsaException> failure(WireRequest request) {
        try {
            ConnectWiseApi.Attempt attempt = api.attempt(request);
            return attempt.answer() == null
                    ? Optional.of(MissingRecord.refusedKeys(request, attempt.refusal(), 404))
                    : Optional.empty();
        } catch (PsaException e) {
            return Optional.of(orGiveUp(e));
        }
    }

    private PsaException orGiveUp(PsaException e) {
        if (api.outOfTime() || Thread.currentThread().isInterrupted()) {
            throw e;
        }
        return e;
    }

    private static boolean isDenied(Optional<PsaException> failure) {
        return failure.filter(e -> e.code() == PsaErrorCode.PERMISSION_DENIED).isPresent();
    }

    private static Optional<OutboundException.Reason> reason(PsaException failure) {
        return failure.getCause() instanceof OutboundException outbound
                ? Optional.of(outbound.reason())
                : Optional.empty();
    }

    private static PsaException noSuchHost(PsaException failure) {
        return PsaException.of(PsaErrorCode.SITE_NOT_ALLOWED)
                .message(String.valueOf(failure.getMessage()))
                .fix("Check the spelling of the host")
                .cause(failure.getCause())
                .build();
    }

    private static PsaException noClientId() {
        return PsaException.of(PsaErrorCode.INVALID_REQUEST)
                .message(Login.NO_CLIENT_ID)
                .fix(Login.HOW_TO_GET_A_CLIENT_ID)
                .build();
    }

    private static PsaException blockedClientId(PsaException refusal) {
        return PsaException.of(PsaErrorCode.PERMISSION_DENIED)
                .message("ConnectWise refuses even the cheapest call: " + refusal.getMessage())
                .fix(
                        "Either the client id is blocked or wrong (look in the ConnectWise developer"
                                + " portal), or the API member's security role lacks "
                                + Right.TICKETS_INQUIRE)
                .answer(refusal.answer().orElse(null))
                .build();
    }

    private static PsaException missing(List<Right> rights) {
        String items = rights.stream().map(Right::toString).collect(Collectors.joining("; "));
        return PsaException.of(PsaErrorCode.PERMISSION_DENIED)
                .message("The API member's security role lacks: " + items)
                .fix("Let an administrator give the API member's security role: " + items)
                .build();
    }
}
