package io.psabridge.tck;

import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static io.psabridge.tck.Stored.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What searching tickets must find: what the person meant, and nothing beside it. */
public interface TicketSearchConformance extends PsaConformance {

    @Test
    default void eachFilterFindsWhatItSaysAndNothingElse() {
        needs(TICKETS_SEARCH);
        world().references()
                .forEach((field, value) -> standIn().editTicket(world().ticket(), field, value));
        standIn().addTicket("Scanner jams", world().otherBoard(), world().otherCompany());
        StoredTicket ticket = Stored.ticket(standIn(), world().ticket());

        for (TicketField field :
                List.of(
                        TicketField.COMPANY,
                        TicketField.CONTACT,
                        TicketField.BOARD,
                        TicketField.STATUS,
                        TicketField.ASSIGNEE)) {
            String id = ticket.references().get(field);
            if (id != null) {
                expect(
                        TicketFilter.ALL.with(field, id),
                        row -> id.equals(row.references().get(field)));
            }
        }
        expect(TicketFilter.ALL.withText("SCANNER"), row -> row.summary().startsWith("Scanner"));
        expect(
                TicketFilter.ALL
                        .withText("scanner")
                        .with(TicketField.BOARD, world().board().value()),
                row -> false);
    }

    @Test
    default void closedTicketsAreThoseWhoseStatusCloses() {
        needs(TICKETS_SEARCH);
        Id<Ticket> closed = standIn().addTicket("Done", world().board(), world().company());
        standIn().editTicket(closed, TicketField.STATUS, world().closedByFlag().value());
        standIn()
                .editTicket(
                        world().ticket(),
                        TicketField.STATUS,
                        world().openThoughNamedClosed().value());

        expect(TicketFilter.ALL.withClosed(true), StoredTicket::closed);
        expect(TicketFilter.ALL.withClosed(false), row -> !row.closed());
        assertThat(psa().tickets().get(closed).closed())
                .as("A ticket counts as closed by its status's flag")
                .isTrue();
        assertThat(psa().tickets().get(world().ticket()).closed())
                .as("The name of a status closes nothing")
                .isFalse();
    }

    @Test
    default void everyPageObeysTheFilter() {
        needs(TICKETS_SEARCH);
        for (int i = 0; i < 12; i++) {
            standIn().addTicket("Ours " + i, world().board(), world().company());
            standIn().addTicket("Theirs " + i, world().otherBoard(), world().otherCompany());
        }
        TicketFilter filter = TicketFilter.ALL.with(TicketField.BOARD, world().board().value());

        List<Ticket> found = Walk.all(5, page -> psa().tickets().list(filter, page));

        assertThat(found)
                .as("Tickets of other boards are shown from page two on")
                .allMatch(ticket ->
                        ticket.reference(TicketField.BOARD)
                                .orElseThrow()
                                .id()
                                .equals(world().board().value()))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    default void aNumberAsTextStaysWithinTheOtherFilters() {
        needs(TICKETS_SEARCH);
        Id<Ticket> foreign =
                standIn().addTicket("Scanner jams", world().otherBoard(), world().otherCompany());
        standIn().addTicket("Also in " + foreign, world().otherBoard(), world().otherCompany());
        Id<Ticket> own =
                standIn().addTicket("As in " + foreign, world().board(), world().company());
        TicketFilter filter =
                TicketFilter.ALL
                        .withText(foreign.value())
                        .with(TicketField.BOARD, world().board().value());

        assertThat(ids(Walk.all(50, page -> psa().tickets().list(filter, page))))
                .as("A search shows tickets of a board that was not asked for")
                .containsExactly(own);
    }

    @Test
    default void changedSinceIsExclusiveAndInUtc() {
        needs(TICKETS_SEARCH);
        Instant moment = Instant.parse("2026-03-29T01:30:00Z");
        Id<Ticket> before = standIn().addTicket("Before", world().board(), world().company());
        Id<Ticket> at = standIn().addTicket("At", world().board(), world().company());
        Id<Ticket> after = standIn().addTicket("After", world().board(), world().company());
        standIn().setUpdated(before, moment.minusSeconds(1));
        standIn().setUpdated(at, moment);
        standIn().setUpdated(after, moment.plusSeconds(1));

        for (String zone : List.of("UTC", "Etc/GMT+11", "Etc/GMT-14")) {
            List<Id<Ticket>> found =
                    TimeZones.in(
                            zone,
                            () ->
                                    ids(
                                            Walk.all(
                                                    50,
                                                    page ->
                                                            psa().tickets()
                                                                    .list(
                                                                            TicketFilter.ALL
                                                                                    .withUpdatedSince(
                                                                                            moment),
                                                                            page))));
            assertThat(found)
                    .as("Changes are missed where the machine's zone is %s", zone)
                    .contains(after)
                    .doesNotContain(before, at);
            Ticket read = TimeZones.in(zone, () -> psa().tickets().get(at));
            assertThat(read.updatedAt())
                    .as("A time is off where the machine's zone is %s", zone)
                    .isEqualTo(moment);
        }
    }

    private void expect(TicketFilter filter, Predicate<StoredTicket> wanted) {
        List<Id<Ticket>> held =
                standIn().tickets().stream().filter(wanted).map(StoredTicket::id).toList();
        List<Ticket> found = Walk.all(50, page -> psa().tickets().list(filter, page));
        assertThat(ids(found))
                .as("Tickets for %s", filter)
                .containsExactlyInAnyOrderElementsOf(held);
    }

    /** As a person sees it: the text is somewhere in the summary, in whatever case. */
    static boolean holds(String summary, String text) {
        return Objects.requireNonNull(summary)
                .toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT));
    }
}
