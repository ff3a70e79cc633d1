package io.psabridge.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of one request, and complains about all that are wrong at once. What it returns
 * counts only once {@link #verify} has passed.
 */
public final class RequestCheck {

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** A text of 1 to {@code longest} code points that is not blank. */
    public String text(String field, @Nullable String value, int longest) {
        if (value == null) {
            wrong(field, "is missing");
            return "";
        }
        that(!value.isBlank(), field, "must not be blank");
        return within(field, value, longest);
    }

    /** A text of at most {@code longest} code points, or none. */
    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null ? null : within(field, value, longest);
    }

    /** The id of a record, or none. */
    public @Nullable String optionalId(String field, @Nullable String value) {
        that(
                value == null || PathId.isPossible(value),
                field,
                "must be 1 to 100 characters without blanks");
        return value;
    }

    /** The id of a record. */
    public String id(String field, @Nullable String value) {
        if (value == null) {
            wrong(field, "is missing");
            return "";
        }
        optionalId(field, value);
        return value;
    }

    public void that(boolean right, String field, String complaint) {
        if (!right) {
            wrong(field, complaint);
        }
    }

    public void wrong(String field, String complaint) {
        errors.add(new Problem.FieldError(field, complaint));
    }

    /** Fails with {@code invalid_request} that names every field which is wrong. */
    public void verify() {
        if (!errors.isEmpty()) {
            Problem.FieldError first = errors.getFirst();
            throw Problem.of(ProblemCode.INVALID_REQUEST)
                    .detail(first.field() + " " + first.message())
                    .errors(errors)
                    .build();
        }
    }

    private String within(String field, String value, int longest) {
        that(
                value.codePointCount(0, value.length()) <= longest,
                field,
                "is longer than " + longest + " characters");
        that(value.indexOf('\0') < 0, field, "must not contain U+0000");
        return value;
    }
}
