package io.psabridge.tck.memory;

import io.psabridge.spi.Board;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Directory;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ref;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists to choose from of a PSA in memory. */
final class MemoryDirectory implements Directory {

    private final MemoryApi api;
    private final MemoryPsa.Declared declared;
    private final Reading reading;

    MemoryDirectory(MemoryApi api, MemoryPsa.Declared declared, Reading reading) {
        this.api = api;
        this.declared = declared;
        this.reading = reading;
    }

    @Override
    public Page<Company> companies(@Nullable String text, PageRequest page) {
        declared.require(Capability.COMPANIES);
        Ask ask = Ask.to(Operation.LIST_COMPANIES);
        return api.page(
                text == null ? ask : ask.with("query", conditions().contains("name", text)),
                page,
                reading::company);
    }

    @Override
    public Company company(Id<Company> id) {
        declared.require(Capability.COMPANIES);
        return api.record(
                Ask.to(Operation.READ_COMPANY).with("id", Keys.checked(id.value())),
                reading::company);
    }

    @Override
    public Page<Contact> contacts(
            @Nullable String text, @Nullable Id<Company> company, PageRequest page) {
        declared.require(Capability.CONTACTS);
        String within =
                company == null ? "" : Conditions.is("companyId", Keys.checked(company.value()));
        String query =
                text == null
                        ? within
                        : Stream.of(
                                        conditions().contains("firstName", text),
                                        conditions().contains("lastName", text),
                                        Conditions.is("email", text))
                                .map(term -> within.isEmpty() ? term : term + " and " + within)
                                .collect(Collectors.joining(" or "));
        return api.page(
                Ask.to(Operation.LIST_CONTACTS).with("query", query), page, reading::contact);
    }

    @Override
    public Contact contact(Id<Contact> id) {
        declared.require(Capability.CONTACTS);
        return api.record(
                Ask.to(Operation.READ_CONTACT).with("id", Keys.checked(id.value())),
                reading::contact);
    }

    @Override
    public List<Board> boards() {
        declared.require(Capability.BOARDS);
        return api.whole(Ask.to(Operation.LIST_BOARDS), reading::board);
    }

    @Override
    public List<Ref> types(Id<Board> board) {
        declared.require(Capability.TYPES);
        return ofBoard(Operation.LIST_TYPES, board);
    }

    @Override
    public List<Ref> subTypes(Id<Board> board) {
        declared.require(Capability.SUBTYPES);
        return ofBoard(Operation.LIST_SUBTYPES, board);
    }

    @Override
    public List<Ref> items(Id<Board> board) {
        declared.require(Capability.ITEMS);
        return ofBoard(Operation.LIST_ITEMS, board);
    }

    @Override
    public List<Ref> priorities() {
        declared.require(Capability.PRIORITIES);
        return api.whole(Ask.to(Operation.LIST_PRIORITIES), reading::ref);
    }

    @Override
    public List<Ref> sources() {
        if (declared.faults().has(KitFault.UNSUPPORTED_IS_EMPTY)) {
            return List.of();
        }
        declared.require(Capability.SOURCES);
        return api.whole(Ask.to(Operation.LIST_SOURCES), reading::ref);
    }

    @Override
    public List<Ref> locations() {
        declared.require(Capability.LOCATIONS);
        if (declared.faults().has(KitFault.DECLARED_BUT_ABSENT)) {
            throw PsaException.notSupported(Capability.LOCATIONS);
        }
        return api.whole(Ask.to(Operation.LIST_LOCATIONS), reading::ref);
    }

    private List<Ref> ofBoard(Operation list, Id<Board> board) {
        String query = Conditions.is("boardId", Keys.checked(board.value()));
        return api.whole(Ask.to(list).with("query", query), reading::ref);
    }

    private Conditions conditions() {
        return new Conditions(declared.faults());
    }
}
