package io.psabridge.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;

/**
 * A connection that stays closed when it was closed before its socket stood, and that writes no
 * header or body into a log, whatever the log's level.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {

    private volatile boolean shut;

    QuietConnection(Http1Config limits) {
        super("psa", null, null, limits, null, null, null, null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    @Override
    public void bind(SocketHolder holder) throws IOException {
        super.bind(holder);
        if (shut) {
            holder.getSocket().close();
            throw new InterruptedIOException("Stopped while it was connecting");
        }
    }

    @Override
    public void close() throws IOException {
        shut = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        shut = true;
        super.close(mode);
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
