package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.TicketFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSearchTest {

    @Test
    void aSearchTooLongForAUrlIsPosted() {
        String text = "🫖".repeat(200);
        try (Bench bench = new Bench(request -> Answer.json(201, List.of()))) {
            bench.psa().tickets().list(TicketFilter.ALL.withText(text), PageRequest.first(50));
            bench.psa().directory().contacts(text, null, PageRequest.first(50));

            assertThat(bench.calls())
                    .containsExactly("POST /service/tickets/search", "GET /company/contacts");
            assertThat(bench.received().get(1).body())
                    .isEqualTo(
                            "{\"conditions\":\"summary contains \\\""
                                    + text
                                    + "\\\"\",\"orderBy\":\"id desc\"}");
            assertThat(bench.received().get(1).headers())
                    .containsEntry("content-type", "application/json; charset=utf-8");
        }
    }
}
