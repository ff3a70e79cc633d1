package io.psabridge.connectwise.conformance;

import io.psabridge.connectwise.ConnectWiseProvider;
import io.psabridge.connectwise.ConnectWiseSettings;
import io.psabridge.http.CallGate;
import io.psabridge.http.GuardedOutbound;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundSettings;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.seed.World;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.StandIn;
import io.psabridge.tck.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The provider, by the guarded client, in front of two companies of one sandbox. */
final class ConnectWiseBench implements PsaBench, AutoCloseable {

    /** Calls that were given up keep their places for a while, across tests. */
    private static final int MANY = 1_000;

    private final ConnectWiseSandbox sandbox;
    private final Elsewhere elsewhere = new Elsewhere();
    private final RecordedLog log = new RecordedLog();
    private final GuardedOutbound outbound;
    private final PsaProvider provider;
    private final SandboxCompany first;
    private final SandboxCompany second;
    private final SandboxStandIn standIn;
    private final SandboxStandIn otherStandIn;

    ConnectWiseBench() {
        this(UnaryOperator.identity());
    }

    /** With something between the provider and its client. */
    ConnectWiseBench(UnaryOperator<Outbound> between) {
        try {
            sandbox = ConnectWiseSandbox.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outbound =
                new GuardedOutbound(
                        OutboundSettings.DEFAULTS
                                .withAllowedOrigins(List.of(sandbox.origin(), elsewhere.origin()))
                                .withCallsAtOnce(MANY, Duration.ofSeconds(1)),
                        CallGate.OPEN);
        CountedOutbound counted = new CountedOutbound(outbound);
        provider = new ConnectWiseProvider(between.apply(counted), ConnectWiseSettings.of(null));
        first = sandbox.newCompany("quillfeather-kit", "Quillfeather", World.BASIC);
        second = sandbox.newCompany("otherfeather-kit", "Otherfeather", World.BASIC);
        standIn = new SandboxStandIn(sandbox, first, elsewhere, counted.count("connection-1"), log);
        otherStandIn =
                new SandboxStandIn(sandbox, second, elsewhere, counted.count("connection-2"), log);
    }

    /** The sandbox's own view of the tenant's company. */
    SandboxCompany company() {
        return first;
    }

    @Override
    public PsaProvider provider() {
        return provider;
    }

    @Override
    public Tenant tenant() {
        return tenant("connection-1", first);
    }

    @Override
    public Credentials wrongCredentials() {
        return Credentials.of(
                Map.of(
                        "companyId", first.id(),
                        "publicKey", CANARY + "public",
                        "privateKey", CANARY + "private",
                        "clientId", CANARY + "client"));
    }

    @Override
    public OtherTenant otherTenant() {
        return new OtherTenant(tenant("connection-2", second), otherStandIn);
    }

    @Override
    public Site nowhere() {
        return Site.of("http://127.0.0.1:9");
    }

    @Override
    public StandIn standIn() {
        return standIn;
    }

    @Override
    public List<String> logLines() {
        return log.lines();
    }

    @Override
    public void close() {
        outbound.close();
        sandbox.close();
        elsewhere.close();
        log.close();
    }

    private Tenant tenant(String connection, SandboxCompany company) {
        return new Tenant(
                connection, Site.of(sandbox.origin()), Credentials.of(company.credentials()));
    }
}
