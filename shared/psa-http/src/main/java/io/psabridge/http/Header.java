package io.psabridge.http;

/** One header of a request or an answer. Prints its name only: a value may be a key. */
public record Header(String name, String value) {

    @Override
    public String toString() {
        return name;
    }
}
