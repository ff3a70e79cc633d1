package io.psabridge.connectwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Psa;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A list stays whole while its rows come and go. */
class ChurnTest {

    private static final int TICKETS = 10_000;
    private static final long FIRST = 100_000;

    @Test
    void tenThousandTicketsThatComeAndGoAreListedOnceEach() {
        try (ConnectWiseBench bench = new ConnectWiseBench()) {
            Map<String, Object> board = Json.object("id", 21L, "name", "Help Desk");
            for (int i = 0; i < TICKETS; i++) {
                put(bench, FIRST + i, board, false);
            }
            Random random = new Random(11);
            Set<String> touched = new HashSet<>();
            List<String> listed = new ArrayList<>();
            Psa psa = bench.provider().open(bench.tenant().access(Duration.ofSeconds(60)));
            TicketFilter open = TicketFilter.ALL.with(TicketField.BOARD, "21").withClosed(false);
            String key = null;
            long newest = FIRST + TICKETS;
            do {
                var page = psa.tickets().list(open, new PageRequest(key, 250));
                page.items().stream().map(Ticket::id).forEach(id -> listed.add(id.value()));
                key = page.next();
                for (int i = 0; i < 40; i++) {
                    long victim = FIRST + random.nextInt(TICKETS);
                    touched.add(Long.toString(victim));
                    if (random.nextBoolean()) {
                        bench.company().remove(Tables.TICKETS, victim);
                    } else {
                        put(bench, victim, board, true);
                    }
                    put(bench, newest++, board, false);
                }
            } while (key != null);

            assertThat(listed).doesNotHaveDuplicates();
            Set<String> missing = new HashSet<>();
            for (int i = 0; i < TICKETS; i++) {
                missing.add(Long.toString(FIRST + i));
            }
            missing.removeAll(touched);
            listed.forEach(missing::remove);
            assertThat(missing).isEmpty();
        }
    }

    private static void put(
            ConnectWiseBench bench, long id, Map<String, Object> board, boolean closed) {
        bench.company()
                .put(
                        Tables.TICKETS,
                        id,
                        Json.object("summary", "Row " + id, "board", board, "closedFlag", closed));
    }
}
