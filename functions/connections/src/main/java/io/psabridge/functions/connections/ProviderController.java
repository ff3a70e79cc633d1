package io.psabridge.functions.connections;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.psabridge.core.connection.Providers;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Scope;

/** The kinds of PSA that can be connected. */
@Controller("/v1/providers")
final class ProviderController {

    private final Providers providers;

    ProviderController(Providers providers) {
        this.providers = providers;
    }

    /** Lists them, each with the form that a person fills in to connect. */
    @Get
    @Allowed(Scope.READ)
    ItemsView<ProviderView> list() {
        return new ItemsView<>(providers.all().stream().map(ProviderView::of).toList(), null);
    }
}
