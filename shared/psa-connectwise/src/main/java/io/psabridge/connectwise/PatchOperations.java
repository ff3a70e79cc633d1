package io.psabridge.connectwise;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * ConnectWise's PATCH: an array of {@code op}, {@code path}, {@code value}, where a path is a
 * member's name and a reference is replaced as a whole.
 */
final class PatchOperations {

    private static final Set<TicketField> NEVER_EMPTY =
            EnumSet.of(
                    TicketField.SUMMARY,
                    TicketField.COMPANY,
                    TicketField.BOARD,
                    TicketField.STATUS,
                    TicketField.PRIORITY);

    private PatchOperations() {}

    /** Fails with INVALID_REQUEST for a value that no ticket can have. */
    static List<Map<String, Object>> of(TicketChange change, int longestSummary) {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (TicketField field : TicketField.values()) {
            Optional<String> value = change.fields().get(field);
            if (value != null) {
                operations.add(
                        replace(
                                TicketFields.name(field),
                                value.isEmpty()
                                        ? cleared(field)
                                        : set(field, value.get(), longestSummary)));
            }
        }
        return operations;
    }

    static Map<String, Object> replace(String path, @Nullable Object value) {
        Map<String, Object> operation = operation("replace", path);
        putNullable(operation, value);
        return operation;
    }

    /** The other way to clear, for servers on which null changes nothing. */
    static List<Map<String, Object>> remove(Collection<TicketField> fields) {
        return fields.stream().map(field -> operation("remove", TicketFields.name(field))).toList();
    }

    /** The members that a body of such operations touches; none for another body. */
    static List<String> paths(@Nullable Object body) {
        return body instanceof List<?> operations
                ? operations.stream()
                        .filter(Map.class::isInstance)
                        .map(operation -> String.valueOf(((Map<?, ?>) operation).get("path")))
                        .toList()
                : List.of();
    }

    private static @Nullable Object cleared(TicketField field) {
        if (NEVER_EMPTY.contains(field)) {
            throw neverEmpty(field);
        }
        return null;
    }

    private static Object set(TicketField field, String value, int longestSummary) {
        if (field == TicketField.SUMMARY && value.isBlank()) {
            throw neverEmpty(field);
        }
        return field == TicketField.SUMMARY
                ? Texts.toSend(field.wireName(), value, longestSummary)
                : Map.of("id", Ids.number(field.wireName(), value));
    }

    private static PsaException neverEmpty(TicketField field) {
        return PsaException.of(PsaErrorCode.INVALID_REQUEST)
                .message("A ticket always has a " + TicketFields.name(field))
                .errors(List.of(new PsaException.FieldError(field.wireName(), "cannot be cleared")))
                .build();
    }

    private static Map<String, Object> operation(String op, String path) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", op);
        operation.put("path", path);
        return operation;
    }

    @SuppressWarnings("NullAway") // a JSON null is what clears; the map is only ever written out
    private static void putNullable(Map<String, Object> operation, @Nullable Object value) {
        operation.put("value", value);
    }
}
