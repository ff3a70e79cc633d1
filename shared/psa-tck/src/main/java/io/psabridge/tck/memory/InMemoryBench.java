package io.psabridge.tck.memory;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.StandIn;
import io.psabridge.tck.Tenant;
import java.util.List;

/** The bench of a provider in memory. */
public record InMemoryBench(InMemoryProvider memory) implements PsaBench {

    @Override
    public PsaProvider provider() {
        return memory;
    }

    @Override
    public Tenant tenant() {
        return memory.tenant();
    }

    @Override
    public Credentials wrongCredentials() {
        return InMemoryProvider.credentials("wrong-" + CANARY);
    }

    @Override
    public OtherTenant otherTenant() {
        return new OtherTenant(memory.otherTenant(), memory.otherPsa());
    }

    @Override
    public Site nowhere() {
        return Site.of("nowhere.example");
    }

    @Override
    public StandIn standIn() {
        return memory.psa();
    }

    @Override
    public List<String> logLines() {
        return List.of();
    }
}
