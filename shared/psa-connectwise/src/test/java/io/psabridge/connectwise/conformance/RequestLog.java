package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.tck.Received;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What one company of the sandbox was asked, once its log has all that was sent. */
final class RequestLog {

    private static final long LONGEST_LAG_NANOS = 300_000_000;

    private final ConnectWiseSandbox sandbox;
    private final SandboxCompany company;
    private final AtomicInteger sent;

    RequestLog(ConnectWiseSandbox sandbox, SandboxCompany company, AtomicInteger sent) {
        this.sandbox = sandbox;
        this.company = company;
        this.sent = sent;
    }

    List<Received> received() {
        long giveUp = System.nanoTime() + LONGEST_LAG_NANOS;
        List<Received> requests = logged();
        while (requests.size() < sent.get() && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
            requests = logged();
        }
        return requests;
    }

    void forget() {
        received();
        sent.set(0);
        sandbox.forgetReceived();
    }

    private List<Received> logged() {
        return sandbox.received().stream().filter(this::isMine).map(Requests::read).toList();
    }

    private boolean isMine(ReceivedRequest request) {
        return request.company().equals(company.id())
                || request.path().endsWith("/companyinfo/" + company.id());
    }
}
