package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Sends a call once, on the caller's thread; the watchdog stops it when its time is up. */
final class Exchanges implements Outbound {

    private final Clients clients;
    private final Watchdog watchdog;
    private final int maxBodyBytes;

    Exchanges(Clients clients, Watchdog watchdog, int maxBodyBytes) {
        this.clients = clients;
        this.watchdog = watchdog;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        String host = call.uri().getHost();
        if (call.deadline().passed()) {
            throw new OutboundException(
                    Reason.TIMEOUT, false, "No time is left to call " + host, null);
        }
        HttpUriRequestBase request = request(call);
        Attempt attempt = new Attempt(request);
        try (Clients.Lease lease = clients.lease(call.caCertificate());
                Watchdog.Watch _ =
                        watchdog.watch(call.deadline().remaining().toNanos(), attempt::stop)) {
            CloseableHttpClient client = lease.client(call.caCertificate());
            return ScopedValue.where(GuardedResolver.DEADLINE, call.deadline())
                    .call(() -> exchange(client, request, attempt));
        } catch (IOException e) {
            throw Failures.of(host, attempt, e);
        } catch (RuntimeException e) {
            if (attempt.stopped()) { // how the client may find its connection gone
                throw Failures.of(host, attempt, e);
            }
            throw e;
        }
    }

    private Reply exchange(CloseableHttpClient client, HttpUriRequestBase request, Attempt attempt)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(MarkingExecutor.ATTEMPT, attempt);
        try (ClassicHttpResponse response = client.executeOpen(null, request, context)) {
            return reply(response, request, attempt);
        }
    }

    private Reply reply(ClassicHttpResponse response, HttpUriRequestBase request, Attempt attempt)
            throws IOException {
        boolean whole = false;
        try {
            Reply reply = new Reply(response.getCode(), headers(response), body(response));
            whole = attempt.answered();
            if (!whole) {
                throw new IOException("Stopped while the answer came");
            }
            return reply;
        } finally {
            if (!whole) {
                request.cancel(); // else closing the answer would first read its rest
            }
        }
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > maxBodyBytes) {
            throw new ContentTooLongException("Announced as longer than %d bytes", maxBodyBytes);
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(maxBodyBytes + 1);
        if (body.length > maxBodyBytes) {
            throw new ContentTooLongException("Longer than %d bytes", maxBodyBytes);
        }
        return body;
    }

    private static HttpUriRequestBase request(Call call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        return request;
    }

    private static List<Header> headers(ClassicHttpResponse response) {
        List<Header> headers = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : response.getHeaders()) {
            headers.add(new Header(header.getName(), header.getValue()));
        }
        return headers;
    }
}
