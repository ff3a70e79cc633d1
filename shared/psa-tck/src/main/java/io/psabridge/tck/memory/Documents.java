package io.psabridge.tck.memory;

import io.psabridge.spi.TicketField;
import io.psabridge.tck.StandInFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes rows as the JSON that the PSA in memory answers with. */
final class Documents {

    private static final Set<String> FLAGS = Set.of("closed", "default", "active", "api");
    private static final Set<String> NEVER_ABSENT =
            Set.of(
                    "id",
                    "summary",
                    "text",
                    "name",
                    "audience",
                    "closed",
                    "default",
                    "active",
                    "api",
                    "identifier",
                    "topic",
                    "url");

    private final Records records;

    Documents(Records records) {
        this.records = records;
    }

    Document of(Kind kind, Map<String, String> row, @Nullable StandInFault fault) {
        Document document = new Document();
        row.forEach((name, value) -> {
            if (!name.endsWith("Id")) {
                document.put(name, FLAGS.contains(name) ? (Object) "true".equals(value) : value);
            }
        });
        for (TicketField field : TicketField.values()) {
            String id = row.get(field.wireName());
            if (field != TicketField.SUMMARY && id != null) {
                document.put(member(field), reference(id, records.name(Records.kind(field), id)));
            }
        }
        String author = row.get("authorId");
        if (author != null) {
            document.put("author", reference(author, records.name(Kind.MEMBER, author)));
        }
        return fault == null ? document : odd(document, kind, fault);
    }

    /** The member of a ticket that refers to another record, such as {@code board}. */
    static String member(TicketField field) {
        return field.wireName().substring(0, field.wireName().length() - 2);
    }

    private static Document reference(String id, String name) {
        return new Document().put("id", id).put("name", name);
    }

    private static Document odd(Document document, Kind kind, StandInFault fault) {
        for (String name : List.copyOf(document.members().keySet())) {
            boolean reference = document.members().get(name) instanceof Document;
            if (NEVER_ABSENT.contains(name)) {
                continue;
            }
            switch (fault) {
                case NULL_MEMBERS -> document.put(name, null);
                case ABSENT_MEMBERS -> document.remove(name);
                case EMPTY_REFERENCES ->
                        document.put(
                                name, reference ? new Document() : document.members().get(name));
                default -> {}
            }
        }
        if (fault == StandInFault.UNKNOWN_MEMBERS) {
            document.put("addedInTheNextRelease", new Document().put("kind", kind.name()));
        }
        return document;
    }
}
