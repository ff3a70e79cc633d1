package io.psabridge.platform.idempotency;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.Scope;
import org.jspecify.annotations.Nullable;

@Controller("/v1/gadgets")
class GadgetController {

    @Serdeable
    record NewGadget(String name, @Nullable Integer size) {

        boolean isBig() {
            return size != null && size > 100;
        }
    }

    private final Idempotency idempotency;
    private final Workshop workshop;

    GadgetController(Idempotency idempotency, Workshop workshop) {
        this.idempotency = idempotency;
        this.workshop = workshop;
    }

    @Post
    @Allowed(Scope.WRITE)
    HttpResponse<Workshop.Gadget> make(
            Caller caller, HttpRequest<?> request, @Body NewGadget body) {
        return idempotency.once(
                caller, request, body, attempt -> workshop.make(attempt, body.name()));
    }

    @Post("/loose")
    @Allowed(Scope.WRITE)
    HttpResponse<Workshop.Gadget> makeLoosely(
            Caller caller, HttpRequest<?> request, @Body Patch body) {
        return idempotency.once(
                caller, request, body.json(), attempt -> workshop.make(attempt, "loose"));
    }

    @Post("/{id}/polish")
    @Allowed(Scope.WRITE)
    HttpResponse<Workshop.Gadget> polish(Caller caller, HttpRequest<?> request, String id) {
        return idempotency.once(caller, request, attempt -> workshop.make(attempt, id));
    }
}
