package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.seed.World;
import io.psabridge.testing.TestAuthority;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PSA posts over TLS to the product that registered with it. */
class CallbacksIT {

    private static final long TICKET = 48_300;

    @TempDir static Path home;
    @TempDir static Path keys;

    private static SSLContext before;
    private static TlsFront front;
    private static RunningProduct product;

    private String admin;
    private SandboxCompany company;
    private SandboxPost post;
    private String connection;

    @BeforeAll
    static void start() throws Exception {
        before = SSLContext.getDefault();
        TestAuthority authority = TestAuthority.create(keys);
        // the sandbox posts with what its process trusts
        SSLContext.setDefault(authority.client());
        int port = freePort();
        front = new TlsFront(0, authority.server("ip:127.0.0.1"), "http://127.0.0.1:" + port);
        product =
                RunningProduct.start(
                        home,
                        ConnectWiseSandbox.start(),
                        Map.of(
                                "PORT",
                                Integer.toString(port),
                                "PSA_BRIDGE_PUBLIC_URL",
                                front.origin()));
    }

    @AfterAll
    static void stop() {
        product.close();
        front.close();
        SSLContext.setDefault(before);
    }

    @BeforeEach
    void registered() throws Exception {
        admin = product.admin("acme");
        company = product.sandbox().newCompany(World.FULL);
        connection = product.connect(admin, company);
        post = new SandboxPost(product, company);
        SandboxPost.await(() -> "registered".equals(view().get("callbacks")));
    }

    @Test
    void aTicketThatSomebodyChangesInThePsaIsShownByItsLink() throws Exception {
        String link = link();

        changeAsSomebodyElse("Changed by a technician");

        SandboxPost.await(() ->
                product.get(admin, "/v1/ticket-links/" + link)
                        .text()
                        .contains("Changed by a technician"));
        assertThat(company.deliveries()).extracting(Delivery::outcome).containsOnly("204");
    }

    @Test
    void aDeletedConnectionIsRegisteredNoMore() throws Exception {
        assertThat(company.records(Tables.CALLBACKS)).hasSize(2);

        product.send("DELETE", "/v1/connections/" + connection, admin, null);

        assertThat(company.records(Tables.CALLBACKS)).isEmpty();
    }

    @Test
    void queryBodyAndIdempotencyKeyOfAMessageAreThePsasOwn() throws Exception {
        Delivery delivery = post.deliver(TICKET, "right");

        Answer taken = post.send(post.path(), delivery);
        Answer unsigned =
                product.send(
                        HttpRequest.newBuilder(product.uri(post.path()))
                                .header("Idempotency-Key", "the same")
                                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(taken.status()).isEqualTo(204);
        assertThat(taken.text()).isEmpty();
        assertThat(taken.header("Idempotency-Replayed")).isEmpty();
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.get("code")).isEqualTo("unauthenticated");
    }

    @Test
    void aMessageLargerThanAMebibyteIsRefused() throws Exception {
        Answer answer =
                product.send(
                        HttpRequest.newBuilder(product.uri(post.path()))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_048_577])));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aTokenOpensItsOwnConnectionOnly() throws Exception {
        String stranger = product.admin("stranger");
        SandboxCompany theirs = product.sandbox().newCompany(World.FULL);
        String other = product.connect(stranger, theirs);
        new SandboxPost(product, theirs).awaitRegistrations();
        String path = post.path().replace(connection, other);

        Answer answer = post.send(path, post.deliver(TICKET, "right"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.get("instance")).isEqualTo("/v1/callbacks/{connectionId}/{token}");
    }

    private Map<String, Object> view() throws Exception {
        return product.get(admin, "/v1/connections/" + connection).json();
    }

    private String link() throws Exception {
        return product.send(
                        "POST",
                        "/v1/ticket-links",
                        admin,
                        Map.of(
                                "connectionId",
                                connection,
                                "ticketId",
                                Long.toString(TICKET),
                                "record",
                                Map.of("type", "alert", "id", "told")))
                .get("id");
    }

    /** What the product itself changes is not told. */
    private void changeAsSomebodyElse(String summary) throws Exception {
        Map<String, String> keys = company.addMember("technician", Rights.everything());
        String pair =
                keys.get("companyId") + "+" + keys.get("publicKey") + ":" + keys.get("privateKey");
        HttpRequest.Builder change =
                HttpRequest.newBuilder(
                                URI.create(
                                        product.sandbox().origin()
                                                + "/v4_6_release/apis/3.0/service/tickets/"
                                                + TICKET))
                        .header("Content-Type", "application/json")
                        .header("clientId", "any")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        pair.getBytes(StandardCharsets.UTF_8)))
                        .method(
                                "PATCH",
                                HttpRequest.BodyPublishers.ofString(
                                        "[{\"op\":\"replace\",\"path\":\"summary\",\"value\":\""
                                                + summary
                                                + "\"}]"));
        assertThat(product.send(change).status()).isEqualTo(200);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
