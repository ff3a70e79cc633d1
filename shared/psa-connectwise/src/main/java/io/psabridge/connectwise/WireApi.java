package io.psabridge.connectwise;

import io.psabridge.http.Call;
import io.psabridge.http.Header;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.spi.PsaAccess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends single requests for one connection, and reads what comes back. */
final class WireApi {

    private static final Header ANY_JSON = new Header("Accept", "application/json");

    private final Outbound outbound;
    private final PsaAccess access;
    private final Login login;
    private final Failures failures;

    WireApi(Outbound outbound, PsaAccess access, Login login, Failures failures) {
        this.outbound = outbound;
        this.access = access;
        this.login = login;
        this.failures = failures;
    }

    /** Shows the keys, and asks for a version of the model. */
    Reply signedIn(WireRequest request, URI uri, String version) {
        List<Header> headers = new ArrayList<>(4);
        headers.add(new Header("Authorization", login.authorization()));
        headers.add(new Header("clientId", login.clientId()));
        headers.add(
                new Header("Accept", "application/vnd.connectwise.com+json; version=" + version));
        byte[] body = null;
        if (request.body() != null) {
            headers.add(new Header("Content-Type", "application/json; charset=utf-8"));
            body = Json.bytes(request.body());
        }
        return send(request, uri, headers, body);
    }

    /** Shows neither keys nor client id. */
    Reply anonymous(WireRequest request, URI uri) {
        return send(request, uri, List.of(ANY_JSON), null);
    }

    /** Shows the client id where there is one, and no keys. */
    Reply identified(WireRequest request, URI uri) {
        return login.hasClientId()
                ? send(
                        request,
                        uri,
                        List.of(ANY_JSON, new Header("clientId", login.clientId())),
                        null)
                : anonymous(request, uri);
    }

    /** The JSON of a success; fails for any other answer. */
    WireReply readable(WireRequest request, Reply reply) {
        if (!WireReply.isSuccess(reply)) {
            throw failures.of(request, reply).build();
        }
        if (!WireReply.isJson(reply)) {
            throw failures.unreadable(request, reply, "with a page and not with data").build();
        }
        try {
            return new WireReply(request, reply, Json.read(reply.body()), failures);
        } catch (IOException e) {
            throw failures.unreadable(request, reply, "the answer is broken").build();
        }
    }

    private Reply send(WireRequest request, URI uri, List<Header> headers, byte @Nullable [] body) {
        try {
            return outbound.send(
                    new Call(
                            access.connection(),
                            request.method(),
                            uri,
                            headers,
                            body,
                            access.deadline(),
                            !request.writes(),
                            access.site().caCertificate()));
        } catch (OutboundException e) {
            throw failures.of(request, e).build();
        }
    }
}
