package io.psabridge.connectwise;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import org.jspecify.annotations.Nullable;

/** What it may mean that ConnectWise finds nothing. */
final class MissingRecord {

    private static final String BETTER_KEYS =
            "Enter the company id, and the keys of an active API member of this company";

    private MissingRecord() {}

    static PsaException notFound(WireRequest request, @Nullable Refusal refusal) {
        return PsaException.of(PsaErrorCode.NOT_FOUND)
                .message(nothing(request))
                .answer(said(refusal))
                .build();
    }

    static PsaException noSuchCall(WireRequest request, Refusal refusal) {
        return PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                .message("This ConnectWise server has no call to " + request.doing())
                .fix("The server may be too old for this")
                .answer(said(refusal))
                .build();
    }

    /** Whether a list that always exists was not shown for the sake of who asks. */
    static boolean isRefusal(int status) {
        return status == 401 || status == 403 || status == 404;
    }

    static PsaException refusedKeys(
            WireRequest request, @Nullable Refusal refusal, int statusOfTheList) {
        return PsaException.of(PsaErrorCode.UNAUTHENTICATED)
                .message(
                        "ConnectWise was asked to "
                                + request.doing()
                                + ", and answered "
                                + statusOfTheList
                                + " to a list that always exists")
                .fix(BETTER_KEYS)
                .answer(said(refusal))
                .build();
    }

    static PsaException noConnectWise(SiteAddress site, Refusal refusal) {
        return PsaException.of(PsaErrorCode.SITE_NOT_ALLOWED)
                .message("There is no ConnectWise at " + site.name())
                .fix("Enter the host of the ConnectWise server, such as na.myconnectwise.net")
                .answer(said(refusal))
                .build();
    }

    static PsaException unknownCompany(SiteAddress site, Refusal refusal) {
        return PsaException.of(PsaErrorCode.UNAUTHENTICATED)
                .message("The company id is unknown at " + site.name())
                .fix("Enter the company id with which people sign in to this ConnectWise")
                .answer(said(refusal))
                .build();
    }

    private static String nothing(WireRequest request) {
        String subject = request.subject();
        return subject.isEmpty()
                ? "ConnectWise found nothing when asked to " + request.doing()
                : "There is no " + subject + ", or the API member's security role does not show it";
    }

    private static PsaException.@Nullable Answer said(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.answer();
    }
}
