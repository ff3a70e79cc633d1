package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import io.psabridge.spi.ProviderId;
import io.psabridge.spi.PsaProvider;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The kinds of PSA that a tenant can connect, by name. */
@Singleton
public final class Providers {

    private final List<PsaProvider> providers;

    Providers(List<PsaProvider> providers) {
        this.providers =
                providers.stream().sorted(Comparator.comparing(PsaProvider::name)).toList();
    }

    public List<PsaProvider> all() {
        return providers;
    }

    /** Fails with {@code invalid_request} when there is none of this name. */
    PsaProvider named(String id) {
        return providers.stream()
                .filter(provider -> provider.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("provider", "must be one of " + ids()));
    }

    PsaProvider of(ProviderId id) {
        return named(id.value());
    }

    private List<String> ids() {
        return providers.stream().map(provider -> provider.id().value()).toList();
    }
}
