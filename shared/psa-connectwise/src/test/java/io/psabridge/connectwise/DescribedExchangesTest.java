package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.connectwise.Exchanges.Exchange;
import io.psabridge.http.CallGate;
import io.psabridge.http.GuardedOutbound;
import io.psabridge.http.OutboundSettings;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.seed.World;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the provider sends and the sandbox answers is what the vendor describes. */
class DescribedExchangesTest {

    private static List<Exchange> exchanges = List.of();

    @BeforeAll
    static void tour() throws Exception {
        try (ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
                GuardedOutbound outbound =
                        new GuardedOutbound(
                                OutboundSettings.DEFAULTS.withAllowedOrigins(
                                        List.of(sandbox.origin())),
                                CallGate.OPEN)) {
            SandboxCompany company = sandbox.newCompany("quillfeather", "Quillfeather", World.FULL);
            Exchanges recorded = new Exchanges(outbound);
            Psa psa =
                    new ConnectWiseProvider(recorded, ConnectWiseSettings.of(null))
                            .open(
                                    new PsaAccess(
                                            "connection-1",
                                            Site.of(sandbox.origin()),
                                            Credentials.of(company.credentials()),
                                            Deadline.in(Duration.ofSeconds(60))));
            new WholeTour(psa, company).run();
            exchanges = recorded.all();
        }
    }

    @Test
    void theTourMakesEveryCallOfTheTable() {
        assertThat(exchanges.stream().map(DescribedExchangesTest::endpoint))
                .containsAll(EnumSet.allOf(Endpoint.class));
    }

    @Test
    void onlyKnownDeparturesAreMade() throws IOException {
        Description description = Description.orSkip();
        Set<String> found = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            found.addAll(new ExchangeCheck(description, exchange).departures());
        }

        Set<String> unknown =
                found.stream()
                        .filter(departure -> Departure.of(departure).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).as("Neither described nor known to be otherwise").isEmpty();
        assertThat(Departure.KNOWN)
                .as("Each known departure is made")
                .allMatch(known -> found.stream().anyMatch(known::fits));
    }

    private static Endpoint endpoint(Exchange exchange) {
        return Endpoint.of(
                exchange.call().method(),
                exchange.path().contains("/callbackkey/") ? "/callbackkey/v1" : exchange.path());
    }
}
