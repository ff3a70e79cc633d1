package io.psabridge.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Marks the attempt as written; runs once the connection stands, TLS included. */
final class MarkingExecutor extends HttpRequestExecutor {

    static final String ATTEMPT = "psa-http.attempt";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        if (!((Attempt) context.getAttribute(ATTEMPT)).mayWrite()) {
            throw new InterruptedIOException("Stopped before it was written");
        }
        return super.execute(request, connection, information, context);
    }
}
