package io.psabridge.standalone;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the API answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Map<String, Object> json() {
        try {
            return JSON.std.mapFrom(text());
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** A member of the answer as text; fails when it is absent. */
    String get(String member) {
        return Objects.requireNonNull(json().get(member), () -> member + " in " + text())
                .toString();
    }

    /** A member of a member, as text. */
    String get(String object, String member) {
        return text((Map<?, ?>) Objects.requireNonNull(json().get(object), this::toString), member);
    }

    /** The id of a list's first item. */
    String firstId() {
        return text((Map<?, ?>) items().getFirst(), "id");
    }

    private static String text(Map<?, ?> object, String member) {
        return Objects.requireNonNull(object.get(member), member).toString();
    }

    List<?> items() {
        return (List<?>) Objects.requireNonNull(json().get("items"));
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
