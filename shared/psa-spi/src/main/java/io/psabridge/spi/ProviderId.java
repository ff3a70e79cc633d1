package io.psabridge.spi;

/** The name of a kind of PSA: lower-case letters and digits, such as {@code connectwise}. */
public record ProviderId(String value) {

    public ProviderId {
        if (!value.matches("[a-z][a-z0-9]{0,31}")) {
            throw new IllegalArgumentException(
                    "A provider id is 1 to 32 lower-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
