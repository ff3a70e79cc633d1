package io.psabridge.connectwise;

import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads ConnectWise's contact records, whose addresses and phones are items of a list. */
final class ContactReader {

    private ContactReader() {}

    static Contact contact(WireObject row) {
        return new Contact(
                Id.of(Integer.toString(row.id())),
                Stream.of("firstName", "lastName")
                        .flatMap(part -> row.filled(part).stream())
                        .collect(Collectors.joining(" ")),
                preferred(row, "Email").orElse(null),
                preferred(row, "Phone").or(() -> row.filled("defaultPhoneNbr")).orElse(null),
                row.reference("company").orElse(null));
    }

    static boolean isActive(WireObject row) {
        return !row.flag("inactiveFlag");
    }

    static Stream<String> emails(WireObject row) {
        return items(row, "Email").stream().flatMap(item -> item.filled("value").stream());
    }

    private static Optional<String> preferred(WireObject row, String kind) {
        List<WireObject> items = items(row, kind);
        return items.stream()
                .filter(item -> item.flag("defaultFlag"))
                .findFirst()
                .or(() -> items.stream().findFirst())
                .flatMap(item -> item.filled("value"));
    }

    private static List<WireObject> items(WireObject row, String kind) {
        return row.objects("communicationItems").stream()
                .filter(item ->
                        item.text("communicationType").filter(kind::equalsIgnoreCase).isPresent())
                .toList();
    }
}
