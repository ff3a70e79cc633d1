package io.psabridge.tck;

import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static io.psabridge.tck.Failures.works;
import static io.psabridge.tck.Stored.ids;
import static io.psabridge.tck.TicketSearchConformance.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A person's search text is text: never structure, never a pattern. */
public interface SearchTextConformance extends PsaConformance {

    /** How many texts are searched for. */
    default int searchTexts() {
        return 250;
    }

    @Test
    default void everySearchTextIsFoundLiterallyAndChangesNoStructure() {
        needs(TICKETS_SEARCH);
        Random random = new Random(20260101);
        for (int i = 0; i < 40; i++) {
            standIn().addTicket(SearchTexts.summary(random), world().board(), world().company());
        }
        standIn().addTicket("Plain printer", world().board(), world().company());
        standIn().addTicket("Plain printer too", world().board(), world().company());
        int plain = termsOfAPlainSearch();
        List<StoredTicket> held = standIn().tickets();

        for (int i = 0; i < searchTexts(); i++) {
            String text = SearchTexts.text(random, held);
            standIn().forget();
            List<Id<Ticket>> found = search(text);
            assertThat(found)
                    .as("Search for «%s» (text %d)", text, i)
                    .containsExactlyInAnyOrderElementsOf(holding(held, text));
            assertThat(terms())
                    .as("«%s» (text %d) became structure: conditions that the PSA found", text, i)
                    .allMatch(count -> count <= plain);
        }
    }

    @Test
    default void aPercentSignOrStarIsNoWildcard() {
        needs(TICKETS_SEARCH);
        standIn().addTicket("Disk 95 GB, nearly full", world().board(), world().company());
        Id<Ticket> literal =
                standIn().addTicket("Disk 95% full", world().board(), world().company());
        Id<Ticket> star = standIn().addTicket("Disk 95* full_", world().board(), world().company());

        assertThat(search("95% full"))
                .as("A search finds what does not hold the text")
                .containsExactly(literal);
        assertThat(search("95* full")).containsExactly(star);
        assertThat(search("full_")).containsExactly(star);
    }

    /** Read row by row, so that the page keys count too. */
    private int termsOfAPlainSearch() {
        TicketFilter filter =
                TicketFilter.ALL
                        .withText("plain printer")
                        .with(TicketField.BOARD, world().board().value());
        standIn().forget();
        Walk.all(1, page -> psa().tickets().list(filter, page));
        return terms().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private List<Integer> terms() {
        return standIn().received().stream()
                .flatMap(request -> Stream.ofNullable(request.terms()))
                .toList();
    }

    private List<Id<Ticket>> search(String text) {
        TicketFilter filter =
                TicketFilter.ALL.withText(text).with(TicketField.BOARD, world().board().value());
        return works(
                "Search for «" + text + "» breaks",
                () -> ids(Walk.all(200, page -> psa().tickets().list(filter, page))));
    }

    private List<Id<Ticket>> holding(List<StoredTicket> held, String text) {
        return held.stream()
                .filter(row ->
                        Objects.equals(
                                row.references().get(TicketField.BOARD), world().board().value()))
                .filter(row -> holds(row.summary(), text))
                .map(StoredTicket::id)
                .toList();
    }
}
