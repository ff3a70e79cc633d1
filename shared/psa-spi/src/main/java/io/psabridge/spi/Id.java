package io.psabridge.spi;

/**
 * The PSA's own id of a record; opaque, 1 to 100 printable characters without blanks.
 *
 * @param <T> what it is the id of, so that the compiler keeps them apart
 */
@SuppressWarnings("UnusedTypeParameter") // it is used by those who hold ids
public record Id<T>(String value) {

    public Id {
        if (value.isEmpty()
                || value.length() > 100
                || !value.chars().allMatch(c -> c > ' ' && c != 0x7f)) {
            throw new IllegalArgumentException("An id is 1 to 100 characters without blanks");
        }
    }

    public static <T> Id<T> of(String value) {
        return new Id<>(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
