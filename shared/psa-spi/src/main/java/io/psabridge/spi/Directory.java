package io.psabridge.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists from which a person chooses. A missing right fails with PERMISSION_DENIED and is never
 * an empty list.
 */
public interface Directory {

    /** Companies that are not deleted, by id; {@code text} is literal text within the name. */
    Page<Company> companies(@Nullable String text, PageRequest page);

    /** Fails with NOT_FOUND if there is no such company. */
    Company company(Id<Company> id);

    /**
     * Active contacts by id; {@code text} is literal text within first or last name, or a whole
     * e-mail address.
     */
    Page<Contact> contacts(@Nullable String text, @Nullable Id<Company> company, PageRequest page);

    /** Fails with NOT_FOUND if there is no such contact. */
    Contact contact(Id<Contact> id);

    /** Active boards. */
    List<Board> boards();

    /** Active types of a board. */
    List<Ref> types(Id<Board> board);

    /** Active subtypes of a board. */
    List<Ref> subTypes(Id<Board> board);

    /** Active items of a board. */
    List<Ref> items(Id<Board> board);

    List<Ref> priorities();

    List<Ref> sources();

    List<Ref> locations();
}
