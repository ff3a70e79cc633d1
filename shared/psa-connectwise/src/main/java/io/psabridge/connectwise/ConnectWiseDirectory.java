package io.psabridge.connectwise;

import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Directory;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ref;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists from which a person chooses: companies, contacts, boards and what belongs to them. */
final class ConnectWiseDirectory implements Directory {

    private static final String COMPANIES = "/company/companies";
    private static final String BOARDS = "/service/boards";

    private final ConnectWiseApi api;
    private final RowReader rows;
    private final ContactSearch contacts;

    ConnectWiseDirectory(ConnectWiseApi api, RowReader rows) {
        this.api = api;
        this.rows = rows;
        this.contacts = new ContactSearch(rows);
    }

    @Override
    public Page<Company> companies(@Nullable String text, PageRequest page) {
        Conditions wanted = Conditions.NONE.flag("deletedFlag", false);
        if (text != null) {
            wanted = wanted.containsStart(List.of("name"), text);
        }
        RowPage found =
                rows.matching(
                        ListQuery.of(COMPANIES).where(wanted),
                        row ->
                                isKept(row)
                                        && (text == null
                                                || Texts.contains(
                                                        row.text("name").orElse(""), text)),
                        page);
        return new Page<>(
                found.rows().stream().map(ConnectWiseDirectory::company).toList(), found.next());
    }

    @Override
    public Company company(Id<Company> id) {
        int number = Ids.number("companyId", id);
        WireReply answer = api.call(WireRequest.get(COMPANIES + "/" + number));
        return answer.read(() -> company(answer.object()));
    }

    @Override
    public Page<Contact> contacts(
            @Nullable String text, @Nullable Id<Company> company, PageRequest page) {
        return contacts.find(text, company, page);
    }

    @Override
    public Contact contact(Id<Contact> id) {
        int number = Ids.number("contactId", id);
        WireReply answer = api.call(WireRequest.get(ContactSearch.PATH + "/" + number));
        return answer.read(() -> ContactReader.contact(answer.object()));
    }

    @Override
    public List<Board> boards() {
        return rows.all(ListQuery.of(BOARDS)).stream()
                .filter(row -> isActive(row) && isOfServiceDesk(row))
                .map(row -> new Board(Id.of(ref(row).id()), ref(row).name()))
                .toList();
    }

    @Override
    public List<Ref> types(Id<Board> board) {
        return ofBoard(board, "types");
    }

    @Override
    public List<Ref> subTypes(Id<Board> board) {
        return ofBoard(board, "subtypes");
    }

    @Override
    public List<Ref> items(Id<Board> board) {
        return ofBoard(board, "items");
    }

    @Override
    public List<Ref> priorities() {
        return rows.all(ListQuery.of("/service/priorities")).stream()
                .sorted(Comparator.comparingInt(ConnectWiseDirectory::order))
                .map(ConnectWiseDirectory::ref)
                .toList();
    }

    @Override
    public List<Ref> sources() {
        return rows.all(ListQuery.of("/service/sources")).stream()
                .map(ConnectWiseDirectory::ref)
                .toList();
    }

    @Override
    public List<Ref> locations() {
        return rows.all(ListQuery.of("/system/locations")).stream()
                .filter(ConnectWiseDirectory::isLocation)
                .map(ConnectWiseDirectory::ref)
                .toList();
    }

    private List<Ref> ofBoard(Id<Board> board, String what) {
        int number = Ids.number("boardId", board);
        return rows.all(ListQuery.of(BOARDS + "/" + number + "/" + what)).stream()
                .filter(ConnectWiseDirectory::isActive)
                .map(ConnectWiseDirectory::ref)
                .toList();
    }

    static boolean isActive(WireObject row) {
        return !row.flag("inactiveFlag");
    }

    static boolean isKept(WireObject company) {
        return !company.flag("deletedFlag");
    }

    static boolean isOfServiceDesk(WireObject board) {
        return !board.flag("projectFlag");
    }

    static boolean isLocation(WireObject row) {
        return row.flag("locationFlag");
    }

    static int order(WireObject row) {
        return row.number("sortOrder").orElse(0);
    }

    static Company company(WireObject row) {
        return new Company(
                Id.of(Integer.toString(row.id())),
                row.text("name").orElse(""),
                row.filled("identifier").orElse(null),
                row.reference("status").map(Ref::name).orElse(null),
                row.filled("phoneNumber").orElse(null),
                row.filled("website").orElse(null));
    }

    static Ref ref(WireObject row) {
        return new Ref(Integer.toString(row.id()), row.text("name").orElse(""));
    }
}
