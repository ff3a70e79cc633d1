package io.psabridge.connectwise;

import io.psabridge.http.Outbound;
import io.psabridge.http.Reply;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One opened ConnectWise: finds the server's codebase, and what a missing record means. */
final class ConnectWiseApi {

    /** A list that every ConnectWise has, and that needs a signed-in member. */
    static final WireRequest PROOF =
            WireRequest.get("/service/tickets")
                    .with("conditions", "id>0")
                    .with("pageSize", "1")
                    .with("fields", "id");

    private static final int LONGEST_URL = 2_000;

    private final PsaAccess access;
    private final Login login;
    private final Discovery discovery;
    private final String pinnedVersion;
    private final Failures failures;
    private final WireApi sender;
    private final AtomicBoolean rediscovered = new AtomicBoolean();
    private volatile @Nullable SiteAddress site;
    private volatile @Nullable CompanyInfo company;

    ConnectWiseApi(
            Outbound outbound,
            PsaAccess access,
            ConnectWiseSettings settings,
            Discovery discovery) {
        this.access = access;
        this.login = new Login(access.credentials(), settings);
        this.discovery = discovery;
        this.pinnedVersion = settings.version();
        this.failures = new Failures(login.excerpt(), settings.version());
        this.sender = new WireApi(outbound, access, login, failures);
    }

    /** Fails with INVALID_REQUEST when what was typed is no address. */
    SiteAddress site() {
        SiteAddress known = site;
        if (known == null) {
            known = SiteAddress.of(access.site().host());
            site = known;
        }
        return known;
    }

    Login login() {
        return login;
    }

    String connection() {
        return access.connection();
    }

    boolean outOfTime() {
        return access.deadline().passed();
    }

    /**
     * Sends once; a read whose answer is broken twice. Fails with NOT_FOUND only when the server
     * proves that it knows us.
     */
    WireReply call(WireRequest request) {
        Reply reply = transmit(request);
        if (reply.status() == 404 && moved()) {
            reply = transmit(request);
        }
        if (reply.status() == 404) {
            throw missing(request, failures.refusal(reply));
        }
        return success(request, reply);
    }

    /** Sends once. A 404 is an answer here: alone it proves nothing. */
    Attempt attempt(WireRequest request) {
        Reply reply = transmit(request);
        return reply.status() == 404
                ? new Attempt(null, failures.refusal(reply))
                : new Attempt(success(request, reply), null);
    }

    /** An answer, or how ConnectWise said that there is nothing at this path. */
    record Attempt(@Nullable WireReply answer, @Nullable Refusal refusal) {}

    /** Removes a record; no error when it is gone already. */
    void delete(WireRequest request) {
        Reply reply = transmit(request);
        if (reply.status() != 404 && !WireReply.isSuccess(reply)) {
            throw failures.of(request, reply).build();
        }
    }

    boolean fits(WireRequest request) {
        return uri(request, company()).toString().length() <= LONGEST_URL;
    }

    /** What the server tells about the company, asked anew. Fails when there is no such company. */
    CompanyInfo discover() {
        Reply reply = sender.anonymous(discoveryRequest(), discoveryUri());
        CompanyInfo found = companyInfo(reply);
        discovery.remember(site(), login.companyId(), found);
        company = found;
        return found;
    }

    /** The signing key, at an address that was checked to be this server's. */
    WireReply fetchKey(URI address) {
        WireRequest request = WireRequest.get("/callbackkey/v1");
        return sender.readable(request, sender.identified(request, address));
    }

    CompanyInfo company() {
        CompanyInfo known = company;
        if (known == null) {
            known = discovery.find(site(), login.companyId()).orElseGet(this::discover);
            company = known;
        }
        return known;
    }

    /** Whether the company moved to another codebase since it was found; asked once at most. */
    boolean moved() {
        if (!rediscovered.compareAndSet(false, true)) {
            return false;
        }
        String before = company().codebase();
        return !discover().codebase().equals(before);
    }

    /**
     * Why a record was not found: NOT_FOUND when a list that always exists answers with the same
     * keys, else what that list shows.
     */
    PsaException missing(WireRequest request, @Nullable Refusal refusal) {
        if (refusal != null && ErrorTable.isNoEndpoint(refusal)) {
            return MissingRecord.noSuchCall(request, refusal);
        }
        Reply proof = transmit(PROOF);
        if (MissingRecord.isRefusal(proof.status())) {
            return MissingRecord.refusedKeys(request, refusal, proof.status());
        }
        success(PROOF, proof);
        return MissingRecord.notFound(request, refusal);
    }

    /** Reads an answer; one that cannot be read is asked for once more where that does no harm. */
    private WireReply success(WireRequest request, Reply reply) {
        try {
            return sender.readable(request, reply);
        } catch (PsaException e) {
            boolean again =
                    e.code() == PsaErrorCode.UNEXPECTED_REPLY
                            && WireReply.isSuccess(reply)
                            && !request.writes()
                            && !outOfTime();
            if (!again) {
                throw e;
            }
            return sender.readable(request, transmit(request));
        }
    }

    private Reply transmit(WireRequest request) {
        CompanyInfo at = company();
        return sender.signedIn(request, uri(request, at), at.modelVersion(pinnedVersion));
    }

    private URI uri(WireRequest request, CompanyInfo at) {
        return site().api("/" + at.codebase() + "apis/3.0" + request.target());
    }

    private CompanyInfo companyInfo(Reply reply) {
        WireRequest request = discoveryRequest();
        if (reply.status() == 404) {
            throw MissingRecord.noConnectWise(site(), failures.refusal(reply));
        }
        WireReply answer = sender.readable(request, reply);
        if (answer.value() == null) {
            throw MissingRecord.unknownCompany(site(), failures.refusal(reply));
        }
        return CompanyInfo.read(answer.object(), login.companyId())
                .orElseThrow(
                        () -> failures.unreadable(request, reply, "named no codebase").build());
    }

    private WireRequest discoveryRequest() {
        return WireRequest.get("/login/companyinfo/" + WireRequest.encoded(login.companyId()));
    }

    private URI discoveryUri() {
        return site().web(discoveryRequest().path());
    }
}
