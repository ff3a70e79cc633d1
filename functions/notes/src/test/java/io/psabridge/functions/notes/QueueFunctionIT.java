package io.psabridge.functions.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.functiontck.HttpFunctionTest;
import io.psabridge.platform.queue.QueueRules;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.DevTokens;
import io.psabridge.platform.web.Scope;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import io.psabridge.testing.FunctionAnswer;
import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.HttpEvent;
import io.psabridge.testing.SqsStandIn;
import io.psabridge.testing.TestQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The artifact deployed twice, as AWS runs it: one takes notes and announces what waits, the other
 * delivers what the queue hands it.
 */
class QueueFunctionIT extends HttpFunctionTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Actor ACTOR = new Actor("tester", Caller.Via.API, "request-1");
    private static final String NOTE = "Announced in the queue";

    private final ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
    private final SqsStandIn sqs = SqsStandIn.start();
    private final TestQueue queue =
            sqs.queue("work", QueueRules.VISIBILITY, QueueRules.MAX_RECEIVES);

    QueueFunctionIT() throws IOException {
        super("notes", "/v1/note-posts", 200, "\"items\":[]");
    }

    @Override
    protected Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(sqs.environment());
        variables.put("WORK_QUEUE_URL", queue.url());
        variables.put("PSA_BRIDGE_ALLOWED_PSA_HOSTS", sandbox.origin());
        variables.put("CONNECTWISE_CLIENT_ID", "client-id-of-the-product");
        return variables;
    }

    @AfterAll
    void stopStandIns() {
        sandbox.close();
        sqs.close();
    }

    @Test
    void aNoteThatWaitsIsDeliveredByTheFunctionThatTheQueueCalls() {
        HttpEvent posting = posting();
        sandbox.order(Fault.of("429-html").forever());
        FunctionAnswer answer = function().send(posting);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        sandbox.faults().clear();
        assertThat(queue.waiting()).isEqualTo(1);
        database().moveClock(Duration.ofMinutes(30));
        queue.send("not of ours");

        try (FunctionHarness delivery = delivery()) {
            assertThat(queue.invoke(delivery::invoke)).isEqualTo(2);

            assertThat(posted()).isEqualTo(1);
            assertThat(queue.handedOut()).isEqualTo(1);
            assertThat(queue.waiting()).isZero();
            assertThat(delivery.invoke("{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(delivery.invoke("{\"source\":\"aws.scheduler\"}"))
                    .isEqualTo("{\"started\":0}");
            assertThat(delivery.output())
                    .contains(
                            "\"NoteAttemptsPosted\":1",
                            "\"MessagesDone\":1",
                            "\"MessagesReturned\":1")
                    .doesNotContain(NOTE);
        }
        assertThat(function().output()).doesNotContain(NOTE);
    }

    @Test
    void whoAnnouncesNothingLoadsNothingOfAws(@TempDir Path folder) throws IOException {
        Path loaded = folder.resolve("loaded.log");
        try (FunctionHarness other =
                process("io.psabridge.functions.notes.DeliveryHandler")
                        .jvmOption("-Xlog:class+load:file=" + loaded)
                        .start()) {
            other.invoke("{\"Records\":[]}");
            other.invoke("{}");
        }

        assertThat(Files.readString(loaded))
                .contains("io.psabridge.platform.queue.QueueSignal")
                .doesNotContain("software.amazon.awssdk.services", "SqsQueue");
    }

    private FunctionHarness delivery() {
        return process("io.psabridge.functions.notes.DeliveryHandler").start();
    }

    private HttpEvent posting() {
        try (ApplicationContext services = services()) {
            String token =
                    services.getBean(DevTokens.class)
                            .sign(TENANT, "tester", Set.of(Scope.READ, Scope.WRITE));
            String connection = connection(services);
            Object ticket = sandbox.demo().records("service/tickets").getFirst().get("id");
            return HttpEvent.of(
                            "POST",
                            "/v1/connections/" + connection + "/tickets/" + ticket + "/notes")
                    .header("authorization", "Bearer " + token)
                    .json("{\"text\":\"" + NOTE + "\",\"audience\":\"internal\"}");
        }
    }

    private long posted() {
        return sandbox.received().stream()
                .filter(it -> it.method().equals("POST") && it.path().endsWith("/notes"))
                .filter(it -> it.status() == 201)
                .count();
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
        String made =
                services.getBean(ConnectionService.class)
                        .create(TENANT, ACTOR, wanted)
                        .id()
                        .value();
        // what follows connecting is not what this is about
        database().execute("DELETE FROM work");
        return made;
    }
}
