package io.psabridge.standalone;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Site;

/** A tenant to try things with, already connected to the sandbox. */
final class DemoTenant {

    static final String ID = "demo";

    private static final int MANY = 1_000;

    private DemoTenant() {}

    /** Connects it, unless an earlier start did. */
    static void connect(ApplicationContext context, ConnectWiseSandbox sandbox) {
        ConnectionService connections = context.getBean(ConnectionService.class);
        TenantId tenant = new TenantId(ID);
        boolean connected =
                connections.list(tenant, PageRequest.first(MANY)).items().stream()
                        .anyMatch(one -> one.site().host().equals(sandbox.origin()));
        if (!connected) {
            connections.create(
                    tenant,
                    Actor.system(),
                    new NewConnection(
                            "connectwise",
                            "Demo ConnectWise",
                            Site.of(sandbox.origin()),
                            Credentials.of(sandbox.credentials()),
                            ConnectionSettings.NONE));
        }
    }
}
