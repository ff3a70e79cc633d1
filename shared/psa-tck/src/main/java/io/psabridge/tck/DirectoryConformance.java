package io.psabridge.tck;

import static io.psabridge.spi.Capability.BOARDS;
import static io.psabridge.spi.Capability.COMPANIES;
import static io.psabridge.spi.Capability.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lists to choose from must hold. */
public interface DirectoryConformance extends PsaConformance {

    @Test
    default void companiesAreFoundByLiteralTextWithinTheName() {
        needs(COMPANIES);
        Id<Company> literal = standIn().addCompany("O\"Neill & Söhne 100% (Nord)");
        standIn().addCompany("Other");

        for (String text : List.of("O\"Neill", "söhne", "100%", "(NORD)")) {
            assertThat(companies(text)).as("Companies for %s", text).containsExactly(literal);
        }
        assertThat(companies("\" or \"1\"=\"1")).as("Search text becomes structure").isEmpty();
        assertThat(companies("O%Nord")).as("A wildcard is no text").isEmpty();
    }

    @Test
    default void everyCompanyIsListedOnce() {
        needs(COMPANIES);
        List<Id<Company>> added = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            added.add(standIn().addCompany("Company " + i));
        }
        standIn().arrange(StandInFault.SHORT_PAGES, Operation.LIST_COMPANIES);

        assertThat(companies(null)).containsAll(added).doesNotHaveDuplicates();
    }

    @Test
    default void aCompanyIsReadById() {
        needs(COMPANIES);
        Id<Company> id = standIn().addCompany("Nordwind");

        assertThat(psa().directory().company(id).name()).isEqualTo("Nordwind");
    }

    @Test
    default void contactsAreFoundByNameOrByWholeAddressWithinTheCompany() {
        needs(CONTACTS);
        Id<Contact> own =
                standIn().addContact("Zoë", "Quick", "zoe@nord.example", world().company());
        Id<Contact> foreign =
                standIn()
                        .addContact(
                                "Zoë", "Quicksilver", "quick@sued.example", world().otherCompany());

        assertThat(contacts("quick", null)).containsExactly(own, foreign);
        assertThat(contacts("zoë", world().company()))
                .as("Contacts of other companies")
                .containsExactly(own);
        assertThat(contacts("zoe@nord.example", null)).containsExactly(own);
        assertThat(contacts("@nord.example", null)).as("Part of an address").isEmpty();
        assertThat(contacts("zoe@nord.example", world().otherCompany()))
                .as("Contacts of other companies")
                .isEmpty();
        Contact contact = psa().directory().contact(own);
        assertThat(contact.email()).isEqualTo("zoe@nord.example");
        assertThat(contact.name()).isEqualTo("Zoë Quick");
    }

    @Test
    default void recordsThatAreNotThereAreNotFound() {
        needs(COMPANIES, CONTACTS);
        Failures.failsWith(
                PsaErrorCode.NOT_FOUND,
                "No such company",
                () -> psa().directory().company(Id.of("987654321")));
        Failures.failsWith(
                PsaErrorCode.NOT_FOUND,
                "No such contact",
                () -> psa().directory().contact(Id.of("987654321")));
    }

    @Test
    default void boardsAreListedWithTheirNames() {
        needs(BOARDS);
        Id<Board> added = standIn().addBoard("Nachtschicht");

        assertThat(psa().directory().boards()).contains(new Board(added, "Nachtschicht"));
        assertThat(psa().directory().boards())
                .extracting(Board::id)
                .contains(world().board(), world().otherBoard());
    }

    private List<Id<Company>> companies(@Nullable String text) {
        return Walk.all(10, page -> psa().directory().companies(text, page)).stream()
                .map(Company::id)
                .toList();
    }

    private List<Id<Contact>> contacts(@Nullable String text, @Nullable Id<Company> company) {
        return Walk.all(10, page -> psa().directory().contacts(text, company, page)).stream()
                .map(Contact::id)
                .toList();
    }
}
