package io.psabridge.core.testing;

import static io.psabridge.core.testing.Core.ROBIN;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.note.NoteArchive;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes for companies of a ConnectWise sandbox, whose clock is moved together with ours. */
public final class SandboxDesk implements AutoCloseable {

    private final ConnectWiseSandbox psa;
    private final Core core;
    private Duration ahead = Duration.ZERO;

    private SandboxDesk(ConnectWiseSandbox psa, Core core) {
        this.psa = psa;
        this.core = core;
    }

    /** With these variables besides those that it needs. */
    public static SandboxDesk open(Map<String, String> more) {
        ConnectWiseSandbox psa = sandbox();
        Map<String, String> variables = new HashMap<>(more);
        variables.put("PSA_BRIDGE_ALLOWED_PSA_HOSTS", psa.origin());
        return new SandboxDesk(psa, Core.start(variables));
    }

    private static ConnectWiseSandbox sandbox() {
        try {
            return ConnectWiseSandbox.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ConnectWiseSandbox psa() {
        return psa;
    }

    public Core core() {
        return core;
    }

    public ConnectionId connect(TenantId tenant, SandboxCompany company) {
        return core.connectWise(tenant, psa.origin(), company.credentials());
    }

    public NotePost post(TenantId tenant, ConnectionId connection, long ticket, String text) {
        return core.get(NotePosts.class)
                .post(
                        tenant,
                        ROBIN,
                        new NoteTarget(connection, Id.of(Long.toString(ticket)), null),
                        NewNote.of(text, Audience.INTERNAL),
                        Attempt.only());
    }

    public NotePost now(TenantId tenant, NotePost post) {
        return core.get(NoteArchive.class).get(tenant, post.id());
    }

    /** Moves both clocks, and does what is due then. */
    public void pass(Duration time) throws InterruptedException {
        ahead = ahead.plus(time);
        psa.clock().advance(time);
        core.database().moveClock(ahead);
        core.get(Worker.class).runDue();
    }

    /** The texts of a ticket's notes, the earliest first. */
    public static List<String> texts(SandboxCompany company, long ticket) {
        return company.records("service/notes").stream()
                .filter(note -> Long.valueOf(ticket).equals(note.get("ticketId")))
                .map(note -> String.valueOf(note.get("text")))
                .toList();
    }

    @Override
    public void close() {
        core.close();
        psa.close();
    }
}
