package io.psabridge.http;

import io.psabridge.spi.Deadline;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call to a PSA. Prints neither headers nor body nor query.
 *
 * @param connection whose call it is: the key of call gates and concurrency limits
 * @param repeatable whether sending it twice does the same as sending it once
 * @param caCertificate PEM of an authority to trust beside the platform's, for an on-premises
 *     server
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes that are sent; nobody compares calls
public record Call(
        String connection,
        String method,
        URI uri,
        List<Header> headers,
        byte @Nullable [] body,
        Deadline deadline,
        boolean repeatable,
        @Nullable String caCertificate) {

    /** Written out because a compact one loses the mark that {@code body} may be null. */
    public Call(
            String connection,
            String method,
            URI uri,
            List<Header> headers,
            byte @Nullable [] body,
            Deadline deadline,
            boolean repeatable,
            @Nullable String caCertificate) {
        this.connection = connection;
        this.method = method;
        this.uri = uri;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.deadline = deadline;
        this.repeatable = repeatable;
        this.caCertificate = caCertificate;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost() + uri.getRawPath();
    }
}
