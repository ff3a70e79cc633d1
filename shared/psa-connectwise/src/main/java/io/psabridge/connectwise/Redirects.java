package io.psabridge.connectwise;

import io.psabridge.http.Reply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a redirect points to. Nobody goes there. */
final class Redirects {

    private Redirects() {}

    static Optional<String> host(Reply reply) {
        return reply.header("Location")
                .flatMap(location -> {
                    try {
                        return Optional.ofNullable(new URI(location.strip()).getHost());
                    } catch (URISyntaxException e) {
                        return Optional.empty();
                    }
                });
    }
}
