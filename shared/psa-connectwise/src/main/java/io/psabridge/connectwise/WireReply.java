package io.psabridge.connectwise;

import io.psabridge.http.Reply;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer with its JSON value. What is read of it fails with UNEXPECTED_REPLY, and with
 * the effect that the request may have had.
 */
record WireReply(WireRequest request, Reply reply, @Nullable Object value, Failures failures) {

    WireObject object() {
        return read(() -> WireObject.of(value));
    }

    List<WireObject> objects() {
        return read(() -> WireObject.listOf(value));
    }

    /** The JSON as it came. */
    String raw() {
        return reply.text();
    }

    /** Whether the server said, by its {@code Link} header, that nothing follows. */
    boolean isLastPage() {
        Optional<String> link = reply.header("Link");
        return link.isPresent() && link.get().contains("rel=") && !link.get().contains("next");
    }

    /** Runs a reading of this answer, so that its failure tells about the request. */
    <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PsaException e) {
            if (e.code() != PsaErrorCode.UNEXPECTED_REPLY) {
                throw e;
            }
            throw failures.unreadable(request, reply, String.valueOf(e.getMessage())).build();
        }
    }

    static boolean isSuccess(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** By the media type, which must speak of JSON; without one the body decides. */
    static boolean isJson(Reply reply) {
        String type =
                reply.header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
        String media = type.split(";", 2)[0].strip();
        return media.equals("application/json") || media.endsWith("+json");
    }
}
