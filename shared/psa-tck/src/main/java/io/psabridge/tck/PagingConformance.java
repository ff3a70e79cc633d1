package io.psabridge.tck;

import static io.psabridge.spi.Capability.BOARDS;
import static io.psabridge.spi.Capability.MEMBERS;
import static io.psabridge.spi.Capability.STATUSES;
import static io.psabridge.spi.Capability.TICKETS_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list read page by page has every row that stayed, and none twice. */
public interface PagingConformance extends PsaConformance {

    @ParameterizedTest
    @ValueSource(ints = {7, 200, 1000})
    default void everyRowIsListedWhateverThePageSize(int size) {
        needs(TICKETS_SEARCH);
        addTickets(60);

        assertThat(ticketIds(Walk.all(size, this::tickets)))
                .as("Never more than the PSA's default page of anything")
                .containsExactlyElementsOf(heldNewestFirst());
    }

    @Test
    default void everyTicketIsListedThoughThePsaShortensItsPages() {
        needs(TICKETS_SEARCH);
        addTickets(40);
        standIn().arrange(StandInFault.SHORT_PAGES, Operation.LIST_TICKETS);

        assertThat(ticketIds(Walk.all(10, this::tickets)))
                .as("Tickets are missing from the list")
                .containsExactlyElementsOf(heldNewestFirst());
    }

    @Test
    default void everyMemberIsListedThoughThePsaShortensItsPages() {
        needs(MEMBERS);
        List<Id<Member>> added = addMembers(40);
        standIn().arrange(StandInFault.SHORT_PAGES, Operation.LIST_MEMBERS);

        assertThat(memberIds(Walk.all(10, psa().members()::list)))
                .as("Members are missing from the sync")
                .containsAll(added)
                .doesNotHaveDuplicates();
    }

    @Test
    default void listsThatComeWholeAreWhole() {
        needs(BOARDS, STATUSES);
        for (int i = 0; i < 40; i++) {
            standIn().addBoard("Board " + i);
        }
        standIn().arrange(StandInFault.SHORT_PAGES, Operation.LIST_BOARDS);
        assertThat(psa().directory().boards())
                .as("Boards are missing")
                .hasSizeGreaterThanOrEqualTo(40);

        int before = psa().statuses().ofBoard(world().board()).size();
        List<Id<Status>> added = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            added.add(standIn().addStatus(world().board(), "Status " + i, false));
        }
        standIn().arrange(StandInFault.SHORT_PAGES, Operation.LIST_STATUSES);
        assertThat(psa().statuses().ofBoard(world().board()).stream().map(Status::id))
                .as("Statuses are missing")
                .containsAll(added)
                .hasSize(before + 40);
    }

    @Test
    default void aRowThatLeavesBetweenTwoPagesHidesNoOther() {
        needs(MEMBERS);
        addMembers(20);
        List<Id<Member>> stayed = new ArrayList<>(standIn().members());
        Page<Member> first = psa().members().list(PageRequest.first(5));
        Id<Member> leaving = first.items().get(1).id();
        standIn().removeMember(leaving);
        stayed.remove(leaving);

        List<Id<Member>> seen = memberIds(Walk.from(first, 5, psa().members()::list));
        seen.remove(leaving);

        assertThat(seen)
                .as("A member is skipped, and would be deactivated")
                .containsExactlyInAnyOrderElementsOf(stayed);
    }

    @Test
    default void aRowThatComesBetweenTwoPagesRepeatsNoOther() {
        needs(TICKETS_SEARCH);
        addTickets(20);
        List<Id<Ticket>> held = heldNewestFirst();
        Page<Ticket> first = tickets(PageRequest.first(5));
        addTickets(3);

        assertThat(ticketIds(Walk.from(first, 5, this::tickets)))
                .as("A ticket is twice in the list")
                .containsExactlyElementsOf(held);
    }

    @Test
    default void aPsaThatIgnoresThePageKeyIsNotAskedForever() {
        needs(TICKETS_SEARCH);
        addTickets(20);
        int pages = standIn().tickets().size() / 5 + 1;
        standIn().arrange(StandInFault.IGNORES_PAGE_KEY, Operation.LIST_TICKETS);
        assertThat(tickets(PageRequest.first(5)).items()).hasSize(5);
        standIn().forget();

        try {
            List<Ticket> found = Walk.all(5, this::tickets);
            assertThat(ticketIds(found))
                    .as("The same rows again and again")
                    .doesNotHaveDuplicates();
        } catch (PsaException expected) {
            assertThat(expected.code()).isEqualTo(PsaErrorCode.UNEXPECTED_REPLY);
        }
        assertThat(standIn().received())
                .as("A sync that never ends")
                .hasSizeLessThanOrEqualTo(pages + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1 or 1=1",
                "1) or (1=1",
                "-1",
                "https://elsewhere.example/",
                "9999999999999999999999"
            })
    default void aPageKeyThatIsNoneIsRefusedAndNeverBecomesStructure(String key) {
        needs(TICKETS_SEARCH);
        standIn().forget();

        Failures.failsWith(
                PsaErrorCode.INVALID_REQUEST,
                "A page key made up by a stranger",
                () -> tickets(new PageRequest(key, 5)));

        assertThat(standIn().received()).as("It was sent to the PSA").isEmpty();
    }

    private Page<Ticket> tickets(PageRequest page) {
        return psa().tickets().list(TicketFilter.ALL, page);
    }

    private void addTickets(int count) {
        for (int i = 0; i < count; i++) {
            standIn().addTicket("Row " + i, world().board(), world().company());
        }
    }

    private List<Id<Member>> addMembers(int count) {
        List<Id<Member>> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(standIn().addMember("Member " + i, "m" + i + "@msp.example", i % 3 != 0));
        }
        return added;
    }

    private List<Id<Ticket>> heldNewestFirst() {
        return standIn().tickets().reversed().stream().map(StoredTicket::id).toList();
    }

    private static List<Id<Ticket>> ticketIds(List<Ticket> tickets) {
        return Stored.ids(tickets);
    }

    private static List<Id<Member>> memberIds(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toCollection(ArrayList::new));
    }
}
