package io.psabridge.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A whole answer. Prints its status only. */
@SuppressWarnings("ArrayRecordComponent") // the bytes that came; nobody compares replies
public record Reply(int status, List<Header> headers, byte[] body) {

    public Reply {
        headers = List.copyOf(headers);
    }

    /** The first header of this name, in whatever case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
