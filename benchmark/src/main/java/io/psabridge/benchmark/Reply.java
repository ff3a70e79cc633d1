package io.psabridge.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** An answer over HTTP. */
record Reply(int status, String text) {

    /** Fails when the status is another. */
    Reply expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException(
                    "Status " + status + " instead of " + wanted + ": " + text);
        }
        return this;
    }

    /** Fails when it is no 2xx. */
    Reply expectSuccess() {
        return expect(status / 100 == 2 ? status : 200);
    }

    Map<String, Object> object() {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of an array, or of a page's {@code items}. */
    List<Map<?, ?>> objects() {
        List<?> all = text.startsWith("[") ? list() : (List<?>) object().get("items");
        if (all == null) {
            throw new IllegalStateException("No items: " + text);
        }
        return all.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    private List<Object> list() {
        try {
            return JSON.std.listFrom(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
