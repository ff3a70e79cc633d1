package io.psabridge.connectwise;

import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Active contacts at {@code /company/contacts}, by name or by whole e-mail address. */
final class ContactSearch {

    static final String PATH = "/company/contacts";

    private static final List<String> NAMES = List.of("firstName", "lastName");

    private final RowReader rows;

    ContactSearch(RowReader rows) {
        this.rows = rows;
    }

    Page<Contact> find(@Nullable String text, @Nullable Id<Company> company, PageRequest page) {
        Conditions wanted = Conditions.NONE;
        if (company != null) {
            wanted = wanted.is("company/id", Ids.number("companyId", company));
        }
        Conditions children = Conditions.NONE;
        if (text != null && text.contains("@")) {
            children = addressed(text.strip());
        } else {
            wanted = wanted.flag("inactiveFlag", false);
            wanted = text == null ? wanted : wanted.containsStart(NAMES, text);
        }
        RowPage found =
                rows.matching(
                        ListQuery.of(PATH).where(wanted).whereChildren(children),
                        row -> ContactReader.isActive(row) && (text == null || fits(row, text)),
                        page);
        return new Page<>(found.rows().stream().map(ContactReader::contact).toList(), found.next());
    }

    /** The two conditions may be met by two different items, so the rows are looked at as well. */
    private static Conditions addressed(String address) {
        return Conditions.NONE
                .equal("communicationItems/value", address)
                .equal("communicationItems/communicationType", "Email");
    }

    private static boolean fits(WireObject row, String text) {
        return text.contains("@")
                ? ContactReader.emails(row)
                        .anyMatch(email -> Texts.sameIgnoringCase(email.strip(), text.strip()))
                : NAMES.stream().anyMatch(name -> Texts.contains(row.text(name).orElse(""), text));
    }
}
