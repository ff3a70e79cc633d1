package io.psabridge.tck;

import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketFilter;
import io.psabridge.tck.PsaBench.OtherTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two companies never see each other's PSA. */
public interface IsolationConformance extends PsaConformance {

    @Test
    default void twoCompaniesAtOnceEachSeeTheirOwn() throws Exception {
        needs(TICKETS_SEARCH);
        OtherTenant other = bench().otherTenant();
        other.standIn().reset();
        standIn().addTicket("Of the first", world().board(), world().company());
        World otherWorld = other.standIn().world();
        other.standIn().addTicket("Of the second", otherWorld.board(), otherWorld.company());
        standIn().forget();
        other.standIn().forget();

        List<Callable<List<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            readers.add(() -> summaries(bench().tenant()));
            readers.add(() -> summaries(other.tenant()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> results = threads.invokeAll(readers);
            for (int i = 0; i < results.size(); i += 2) {
                assertThat(results.get(i).get())
                        .as("Another company's tickets")
                        .contains("Of the first")
                        .doesNotContain("Of the second");
                assertThat(results.get(i + 1).get())
                        .as("Another company's tickets")
                        .contains("Of the second")
                        .doesNotContain("Of the first");
            }
        }
        assertThat(signedIn(standIn()))
                .as("Keys of one company reached the other's PSA")
                .doesNotContainAnyElementsOf(signedIn(other.standIn()));
    }

    @Test
    default void anOpenedPsaKeepsItsOwnKeys() {
        needs(TICKETS_SEARCH);
        OtherTenant other = bench().otherTenant();
        other.standIn().reset();
        var first = psa();
        var second = provider().open(other.tenant().access(PATIENCE));
        Id<Ticket> own = world().ticket();

        second.tickets().list(TicketFilter.ALL, Operations.PAGE);

        assertThat(first.tickets().get(own).id()).isEqualTo(own);
    }

    private List<String> summaries(Tenant tenant) {
        return provider()
                .open(tenant.access(PATIENCE))
                .tickets()
                .list(TicketFilter.ALL, Operations.PAGE)
                .items()
                .stream()
                .map(Ticket::summary)
                .toList();
    }

    private static List<String> signedIn(StandIn standIn) {
        return standIn.received().stream()
                .map(Received::signedInAs)
                .filter(name -> name != null)
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
