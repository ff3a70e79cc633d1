package io.psabridge.functions.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.functiontck.HttpFunctionTest;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Scope;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import io.psabridge.testing.FunctionAnswer;
import io.psabridge.testing.HttpEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Under AWS's runtime client the first answer is given again as it was, too. */
class KeyedTicketIT extends HttpFunctionTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Actor ACTOR = new Actor("tester", Caller.Via.API, "request-1");

    private final ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();

    KeyedTicketIT() throws IOException {
        super("tickets", "/v1/ticket-links", 200, "\"items\":[]");
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of(
                "PSA_BRIDGE_ALLOWED_PSA_HOSTS",
                sandbox.origin(),
                "CONNECTWISE_CLIENT_ID",
                "client-id-of-the-product");
    }

    @AfterAll
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void aTicketIsMadeOnceAndTheAnswerGivenAgain() {
        HttpEvent event;
        try (ApplicationContext services = services()) {
            String token =
                    services.getBean(DevTokens.class).sign(TENANT, "tester", Set.of(Scope.WRITE));
            event =
                    HttpEvent.of("POST", "/v1/connections/" + connection(services) + "/tickets")
                            .header("authorization", "Bearer " + token)
                            .header("idempotency-key", "order-1")
                            .json("{\"summary\":\"Made once\",\"companyId\":\"250\"}");
        }

        FunctionAnswer first = function().send(event);
        FunctionAnswer again =
                function().send(event.json("{\"companyId\":\"250\", \"summary\":\"Made once\"}"));
        FunctionAnswer other =
                function().send(event.json("{\"summary\":\"x\",\"companyId\":\"1\"}"));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers())
                .containsEntry("idempotency-replayed", "true")
                .containsEntry("location", first.headers().get("location"))
                .containsEntry("content-type", first.headers().get("content-type"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency_key_reused");
        assertThat(sandbox.received())
                .filteredOn(it -> it.method().equals("POST") && it.path().endsWith("/tickets"))
                .hasSize(1);
    }

    private String connection(ApplicationContext services) {
        Map<String, String> entered = new HashMap<>(sandbox.credentials());
        entered.remove("clientId");
        NewConnection wanted =
                new NewConnection(
                        "connectwise",
                        "Test",
                        Site.of(sandbox.origin()),
                        Credentials.of(entered),
                        ConnectionSettings.NONE);
        return services.getBean(ConnectionService.class).create(TENANT, ACTOR, wanted).id().value();
    }
}
