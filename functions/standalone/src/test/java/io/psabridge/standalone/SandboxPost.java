package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.data.Tables;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** What a company of the sandbox posts to a product that registered with it. */
record SandboxPost(RunningProduct product, SandboxCompany company) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Waits until the product has registered for tickets and members. */
    void awaitRegistrations() throws Exception {
        await(() -> company.records(Tables.CALLBACKS).size() == 2);
    }

    /** The path that the product gave to the PSA, with its token. */
    String path() {
        return URI.create(String.valueOf(company.records(Tables.CALLBACKS).getFirst().get("url")))
                .getPath();
    }

    String token() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /**
     * Has a message about a ticket posted, wherever it arrives, and tells what it was.
     *
     * @param signature {@code right} or {@code wrong}
     */
    Delivery deliver(long ticket, String signature) throws Exception {
        int before = company.deliveries().size();
        Object id = company.records(Tables.CALLBACKS).getFirst().get("id");
        String order =
                "{\"callbackId\":%s,\"recordId\":%d,\"signature\":\"%s\"}"
                        .formatted(id, ticket, signature);
        URI control =
                URI.create(
                        product.sandbox().origin()
                                + "/_sandbox/companies/"
                                + company.id()
                                + "/deliveries");
        product.send(
                HttpRequest.newBuilder(control).POST(HttpRequest.BodyPublishers.ofString(order)));
        assertThat(company.awaitDeliveries(before + 1, PATIENCE)).isTrue();
        return company.deliveries().getLast();
    }

    /** Sends what was posted to this path, with a query that nobody knows. */
    Answer send(String path, Delivery delivery) throws Exception {
        return product.send(
                HttpRequest.newBuilder(product.uri(path + "?id=1&action=updated&unknown=1"))
                        .header("x-content-signature", delivery.signature())
                        .header("Idempotency-Key", "the same")
                        .POST(HttpRequest.BodyPublishers.ofString(delivery.body())));
    }

    static void await(Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.call()) {
            assertThat(System.nanoTime()).as("it does not come").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
