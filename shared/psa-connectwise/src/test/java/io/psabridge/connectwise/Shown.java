package io.psabridge.connectwise;

import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Member;
import io.psabridge.spi.Note;
import io.psabridge.spi.Page;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Status;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Results as the product's API shows them, and how the transcripts compare them. */
final class Shown {

    private static final Map<PsaErrorCode, String> CODES =
            Map.ofEntries(
                    Map.entry(PsaErrorCode.INVALID_REQUEST, "invalid_request"),
                    Map.entry(PsaErrorCode.UNAUTHENTICATED, "psa_authentication_failed"),
                    Map.entry(PsaErrorCode.PERMISSION_DENIED, "psa_permission_denied"),
                    Map.entry(PsaErrorCode.NOT_FOUND, "not_found"),
                    Map.entry(PsaErrorCode.REJECTED, "psa_rejected"),
                    Map.entry(PsaErrorCode.NOT_SUPPORTED, "capability_not_supported"),
                    Map.entry(PsaErrorCode.SITE_NOT_ALLOWED, "psa_site_not_allowed"),
                    Map.entry(PsaErrorCode.STATUS_NOT_ON_BOARD, "status_not_on_board"),
                    Map.entry(PsaErrorCode.MEMBER_NOT_FOUND, "member_not_found"),
                    Map.entry(PsaErrorCode.NOT_APPLIED, "psa_status_not_applied"),
                    Map.entry(PsaErrorCode.RATE_LIMITED, "psa_rate_limited"),
                    Map.entry(PsaErrorCode.TIMEOUT, "psa_timeout"),
                    Map.entry(PsaErrorCode.UNAVAILABLE, "psa_unavailable"),
                    Map.entry(PsaErrorCode.UNEXPECTED_REPLY, "psa_bad_response"));

    private Shown() {}

    static String code(PsaErrorCode code) {
        return Optional.ofNullable(CODES.get(code)).orElseThrow();
    }

    static Map<String, Object> ticket(Ticket ticket) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ticket.id().value());
        shown.put("summary", ticket.summary());
        shown.put("closed", ticket.closed());
        for (TicketField field : TicketField.values()) {
            ticket.reference(field)
                    .ifPresent(ref -> shown.put(field.wireName().replaceAll("Id$", ""), ref(ref)));
        }
        put(shown, "createdAt", ticket.createdAt());
        put(shown, "updatedAt", ticket.updatedAt());
        return shown;
    }

    static Map<String, Object> note(Note note) {
        Map<String, Object> author = new LinkedHashMap<>();
        put(author, "name", note.author().name());
        put(author, "memberId", note.author().memberId());
        put(author, "contactId", note.author().contactId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", note.id().value());
        shown.put("text", note.text());
        shown.put("audience", note.audience().wireName());
        shown.put("author", author);
        return shown;
    }

    static Map<String, Object> status(Status status) {
        return Map.of(
                "id",
                status.id().value(),
                "name",
                status.name(),
                "closed",
                status.closed(),
                "default",
                status.isDefault());
    }

    static Map<String, Object> member(Member member) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", member.id().value());
        shown.put("identifier", member.identifier());
        shown.put("name", member.name());
        member.emails().stream().findFirst().ifPresent(email -> shown.put("email", email));
        shown.put("active", member.active());
        return shown;
    }

    static Map<String, Object> company(Company company) {
        return Map.of("id", company.id().value(), "name", company.name());
    }

    static Map<String, Object> contact(Contact contact) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", contact.id().value());
        shown.put("name", contact.name());
        put(shown, "email", contact.email());
        return shown;
    }

    static Map<String, Object> ref(Ref ref) {
        return Map.of("id", ref.id(), "name", ref.name());
    }

    static <T> Map<String, Object> page(Page<T> page, Function<T, Map<String, Object>> each) {
        Map<String, Object> shown = new LinkedHashMap<>(items(page.items(), each));
        put(shown, "nextCursor", page.next());
        return shown;
    }

    static <T> Map<String, Object> items(List<T> items, Function<T, Map<String, Object>> each) {
        return Map.of("items", items.stream().map(each).toList());
    }

    /** What the result lacks or shows otherwise; an expected text in a list is an id. */
    static List<String> differences(String where, @Nullable Object wanted, @Nullable Object shown) {
        List<String> found = new ArrayList<>();
        if (wanted instanceof Map<?, ?> members && shown instanceof Map<?, ?> actual) {
            members.forEach((name, value) ->
                    found.addAll(differences(where + "." + name, value, actual.get(name))));
        } else if (wanted instanceof List<?> items && shown instanceof List<?> actual) {
            for (int i = 0; i < Math.max(items.size(), actual.size()); i++) {
                Object item = i < items.size() ? items.get(i) : null;
                Object other = i < actual.size() ? actual.get(i) : null;
                found.addAll(
                        differences(
                                where + "[" + i + "]",
                                item,
                                item instanceof String && other instanceof Map<?, ?> row
                                        ? row.get("id")
                                        : other));
            }
        } else if (!agrees(wanted, shown)) {
            found.add(where + " is " + shown + ", not " + wanted);
        }
        return found;
    }

    private static boolean agrees(@Nullable Object wanted, @Nullable Object shown) {
        if (wanted instanceof String text && text.startsWith("absent")) {
            return shown == null || text.contains("or present");
        }
        if ("present".equals(wanted)) {
            return shown != null;
        }
        return String.valueOf(wanted).equals(String.valueOf(shown));
    }

    private static void put(Map<String, Object> shown, String name, @Nullable Object value) {
        if (value != null) {
            shown.put(name, value.toString());
        }
    }
}
