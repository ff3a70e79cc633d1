package io.psabridge.connectwise;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ref;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lenient view of a JSON object: absent, null and an empty object are the same, unknown members
 * do not matter, a member of another type than asked for fails with UNEXPECTED_REPLY.
 */
record WireObject(Map<?, ?> members) {

    static final WireObject EMPTY = new WireObject(Map.of());

    /** Fails with UNEXPECTED_REPLY when it is no object. */
    static WireObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new WireObject(members);
        }
        throw unexpected("an object was expected");
    }

    /** The objects of a list; fails with UNEXPECTED_REPLY when it is no list. */
    static List<WireObject> listOf(@Nullable Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(WireObject::of).toList();
        }
        throw unexpected("a list was expected");
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Optional<String> text(String name) {
        Object value = members.get(name);
        if (value == null || (value instanceof Map<?, ?> none && none.isEmpty())) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Optional.of(value.toString());
        }
        throw unexpected(name + " is no text");
    }

    /** A text that is not blank. */
    Optional<String> filled(String name) {
        return text(name).filter(text -> !text.isBlank());
    }

    /** True, or the text "true" in any letter case. */
    boolean flag(String name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** The number that names this record; fails with UNEXPECTED_REPLY when it has none. */
    int id() {
        return id("id").orElseThrow(() -> unexpected("a record has no id"));
    }

    Optional<Integer> id(String name) {
        Object value = members.get(name);
        return switch (value) {
            case Integer number when number > 0 -> Optional.of(number);
            case String text when Ids.isNumber(text) -> Optional.of(Integer.valueOf(text));
            case null -> Optional.empty();
            case Integer none when none == 0 -> Optional.empty();
            case Integer ignored -> throw unexpected(name + " is no id");
            case Long ignored -> throw unexpected(name + " is no id");
            case BigInteger ignored -> throw unexpected(name + " is no id");
            default -> throw unexpected(name + " is no id");
        };
    }

    Optional<Integer> number(String name) {
        return members.get(name) instanceof Number number
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    /** The object, or an empty one. */
    WireObject object(String name) {
        Object value = members.get(name);
        return value == null ? EMPTY : of(value);
    }

    List<WireObject> objects(String name) {
        Object value = members.get(name);
        return value == null ? List.of() : listOf(value);
    }

    /** A record that this one refers to; empty when it has no id. */
    Optional<Ref> reference(String name) {
        WireObject target = object(name);
        return target.id("id")
                .map(id ->
                        new Ref(
                                Integer.toString(id),
                                target.text("name")
                                        .or(() -> target.text("identifier"))
                                        .orElse("")));
    }

    Optional<Instant> moment(String name) {
        return filled(name)
                .map(text -> {
                    try {
                        return OffsetDateTime.parse(text).toInstant();
                    } catch (DateTimeException e) {
                        throw unexpected(name + " is no moment");
                    }
                });
    }

    private static PsaException unexpected(String what) {
        return PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                .message("ConnectWise gave an answer that cannot be right: " + what)
                .build();
    }
}
