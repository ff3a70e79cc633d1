package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Capability;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a PSA tells us of changes: once a connection is made, and then daily. */
@Singleton
final class Registrar implements WorkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    private final Errands errands;
    private final Connections connections;
    private final CallbackUrls urls;
    private final Reconciliation reconciliation;
    private final RegistrationRepository registrations;
    private final WorkRepository work;

    Registrar(
            Errands errands,
            Connections connections,
            CallbackUrls urls,
            Reconciliation reconciliation,
            RegistrationRepository registrations,
            WorkRepository work) {
        this.errands = errands;
        this.connections = connections;
        this.urls = urls;
        this.reconciliation = reconciliation;
        this.registrations = registrations;
        this.work = work;
    }

    @Override
    public String kind() {
        return CallbackWork.REGISTER;
    }

    @Override
    public void handle(Work claimed) {
        ConnectionNow now = errands.begin(claimed).orElse(null);
        if (now == null) {
            return;
        }
        if (!urls.reachable() || !hasCallbacks(now)) {
            errands.settle(claimed, held -> work.end(held.tenant(), held));
        } else if (now.connection().paused()) {
            // resuming makes it due
            errands.settle(claimed, held -> work.postpone(held.tenant(), held, CallbackWork.DAILY));
        } else {
            register(claimed, now);
        }
    }

    private void register(Work claimed, ConnectionNow now) {
        try {
            Set<Topic> standing =
                    errands.ask(
                            now,
                            open ->
                                    reconciliation.reconcile(
                                            claimed, now.connection(), open.psa().callbacks()));
            stand(claimed, standing);
        } catch (PsaException e) {
            if (Errands.isRefusal(e.code())) {
                LOG.info(
                        "Callbacks of connection {} are refused by its PSA ({}); changes are asked for",
                        claimed.connection(),
                        e.code());
                stand(claimed, Set.of());
            } else {
                errands.later(claimed, e);
            }
        }
    }

    private void stand(Work claimed, Set<Topic> standing) {
        ConnectionId connection = Errands.connection(claimed);
        errands.settle(
                claimed,
                held -> {
                    for (Topic topic : Topic.values()) {
                        registrations.set(
                                held.tenant(), connection, topic, standing.contains(topic));
                    }
                    work.postpone(held.tenant(), held, CallbackWork.DAILY);
                });
    }

    private boolean hasCallbacks(ConnectionNow now) {
        return connections
                .providerOf(now.connection())
                .capabilities()
                .contains(Capability.CALLBACKS);
    }
}
