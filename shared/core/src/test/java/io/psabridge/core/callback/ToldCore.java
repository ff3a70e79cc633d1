package io.psabridge.core.callback;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.RegisteredCallbacks;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.link.LinkedRecord;
import io.psabridge.core.link.LinkedTicket;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.queue.Worker;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Callbacks.Registration;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A product that PSAs can reach, and what a test asks of it. */
final class ToldCore implements AutoCloseable {

    static final String HOST = "hooks.bridge.example";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Core core;
    private final Map<ConnectionId, String> tokens = new HashMap<>();
    private Duration ahead = Duration.ZERO;

    private ToldCore(Core core) {
        this.core = core;
    }

    static ToldCore start() {
        return start(Map.of());
    }

    static ToldCore start(Map<String, String> more) {
        Map<String, String> variables =
                new HashMap<>(Map.of("PSA_BRIDGE_PUBLIC_URL", "https://" + HOST));
        variables.putAll(more);
        return new ToldCore(Core.start(variables));
    }

    Core core() {
        return core;
    }

    /** Connected, and whatever follows of it is done. */
    ConnectionId connect() throws InterruptedException {
        ConnectionId connection = core.connect(NORTH);
        work();
        return connection;
    }

    void work() throws InterruptedException {
        core.get(Worker.class).runDue();
    }

    void pass(Duration time) throws InterruptedException {
        ahead = ahead.plus(time);
        core.database().moveClock(ahead);
        work();
    }

    /** As the PSA has them, seen past the product. */
    List<Registration> registrations() {
        return callbacks().list("example");
    }

    Callbacks callbacks() {
        return core.provider().open(core.provider().tenant().access(PATIENCE)).callbacks();
    }

    /** The token in the address that the PSA was first given for this connection. */
    String token(ConnectionId connection) {
        return tokens.computeIfAbsent(
                connection,
                id -> {
                    String path = url(id).getPath();
                    return path.substring(path.lastIndexOf('/') + 1);
                });
    }

    URI url(ConnectionId connection) {
        return registrations().stream()
                .map(Registration::url)
                .filter(url -> url.toString().contains(connection.value()))
                .findFirst()
                .orElseThrow();
    }

    void take(ConnectionId connection, Message message) {
        core.get(CallbackService.class).take(connection.value(), token(connection), message);
    }

    Message message(Id<Ticket> ticket) {
        return core.psa().message(Topic.TICKET, ticket.value(), false);
    }

    boolean isTold(ConnectionId connection) {
        return core.get(RegisteredCallbacks.class)
                .among(NORTH, List.of(connection))
                .contains(connection);
    }

    Id<Ticket> ticket() {
        return core.psa().world().ticket();
    }

    LinkId link(ConnectionId connection, Id<Ticket> ticket) {
        LinkedRecord record = new LinkedRecord("alert", "told-" + ticket, null, null);
        return core.get(LinkService.class)
                .create(NORTH, ROBIN, connection, ticket, record)
                .link()
                .id();
    }

    LinkedTicket shown(LinkId link) {
        return core.get(LinkService.class).get(NORTH, link).ticket();
    }

    long work(String kind) {
        return core.count("SELECT count(*) FROM work WHERE kind = '" + kind + "'");
    }

    @Override
    public void close() {
        core.close();
    }
}
