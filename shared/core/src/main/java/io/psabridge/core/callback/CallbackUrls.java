package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.config.BridgeSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The addresses that PSAs post to: {@code …/v1/callbacks/{connectionId}/{token}?id=}. */
@Singleton
final class CallbackUrls {

    /** The PSA writes the record's id behind it. */
    private static final String END = "?id=";

    private final Optional<URI> base;

    CallbackUrls(BridgeSettings settings) {
        this.base = settings.publicUrl().filter(url -> "https".equals(url.getScheme()));
    }

    /** Whether a PSA may be told an address of ours: only one that nobody can listen to. */
    boolean reachable() {
        return base.isPresent();
    }

    String host() {
        return String.valueOf(required().getHost());
    }

    URI of(ConnectionId connection, CallbackToken token) {
        return URI.create(prefix(connection) + token.expose() + END);
    }

    /** Whether it is of ours, and of this connection. */
    boolean isOf(ConnectionId connection, URI url) {
        return url.toString().startsWith(prefix(connection));
    }

    /** The token in an address of this connection, when it is one that {@link #of} could make. */
    Optional<CallbackToken> token(ConnectionId connection, URI url) {
        String text = url.toString();
        String prefix = prefix(connection);
        if (!text.startsWith(prefix) || !text.endsWith(END)) {
            return Optional.empty();
        }
        return Optional.of(text)
                .filter(it -> it.length() > prefix.length() + END.length())
                .map(it -> it.substring(prefix.length(), it.length() - END.length()))
                .filter(CallbackToken::isPossible)
                .map(CallbackToken::of);
    }

    private String prefix(ConnectionId connection) {
        String start = required().toString();
        String slash = start.endsWith("/") ? "" : "/";
        return start + slash + "v1/callbacks/" + connection.value() + "/";
    }

    private URI required() {
        return base.orElseThrow(() -> new IllegalStateException("No PSA can reach us"));
    }
}
