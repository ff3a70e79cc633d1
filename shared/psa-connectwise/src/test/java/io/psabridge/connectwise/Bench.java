package io.psabridge.connectwise;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A provider in front of a server that answers as a test says; it knows itself who the company is.
 */
final class Bench implements AutoCloseable {

    static final Map<String, Object> COMPANY =
            Map.of(
                    "CompanyName", "Quillfeather",
                    "Codebase", "v4_6_release/",
                    "VersionCode", "v2026.1",
                    "CompanyID", "Quillfeather",
                    "IsCloud", "True");

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpDouble server;
    private final RewritingOutbound outbound;
    private final ConnectWiseProvider provider;

    Bench(Function<Received, Answer> answers) {
        this(answers, ConnectWiseSettings.of("client-id-canary-1"));
    }

    Bench(Function<Received, Answer> answers, ConnectWiseSettings settings) {
        server =
                new HttpDouble(request -> {
                    received.add(request);
                    return request.path().startsWith("/login/")
                            ? Answer.json(200, COMPANY)
                            : answers.apply(request);
                });
        outbound = new RewritingOutbound(server.origin());
        provider = new ConnectWiseProvider(outbound, settings);
    }

    static Credentials credentials() {
        return Credentials.of(
                Map.of(
                        "companyId", "quillfeather",
                        "publicKey", "public-canary-2",
                        "privateKey", "private-canary-3"));
    }

    Psa psa() {
        return psa("na.myconnectwise.net", credentials());
    }

    Psa psa(String host, Credentials credentials) {
        return provider.open(
                new PsaAccess(
                        "connection-1",
                        Site.of(host),
                        credentials,
                        Deadline.in(Duration.ofSeconds(3))));
    }

    /** All that came, in order, discovery too. */
    List<Received> received() {
        return received;
    }

    /** What came below the API's own path, as verb and path. */
    List<String> calls() {
        return received.stream()
                .filter(request -> request.path().contains("/apis/3.0"))
                .map(request ->
                        request.method()
                                + " "
                                + request.path().substring(request.path().indexOf("/apis/3.0") + 9))
                .toList();
    }

    @Override
    public void close() {
        server.close();
        outbound.close();
    }
}
