package io.psabridge.platform.idempotency;

import io.micronaut.http.HttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.db.TenantTransactions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Makes gadgets, as a test tells it to, and remembers each attempt. */
@Singleton
final class Workshop {

    @Serdeable
    record Gadget(String id, String name) {}

    private final TenantTransactions transactions;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private volatile Consumer<Attempt> before = attempt -> {};

    Workshop(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** What happens from now on before a gadget is made. */
    void before(Consumer<Attempt> step) {
        before = step;
        attempts.clear();
    }

    List<Attempt> attempts() {
        return attempts;
    }

    HttpResponse<Gadget> make(Attempt attempt, String name) {
        if (transactions.active()) {
            throw new IllegalStateException("A database connection is held");
        }
        attempts.add(attempt);
        before.accept(attempt);
        String id = "gad_" + attempt.reservedId();
        return HttpResponse.created(new Gadget(id, name), URI.create("/v1/gadgets/" + id));
    }
}
