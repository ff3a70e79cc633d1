package io.psabridge.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * Makes sockets that connect to a listening socket here, wherever they are told to connect, and
 * remembers where that was. The listening socket closes each connection at once.
 */
final class Trap implements DetachedSocketFactory, AutoCloseable {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    Trap() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where connections were made to, as address and port. */
    List<String> reached() {
        return told;
    }

    @Override
    public Socket create(Proxy proxy) {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                InetSocketAddress asked = (InetSocketAddress) address;
                told.add(asked.getAddress().getHostAddress() + ":" + asked.getPort());
                super.connect(server.getLocalSocketAddress(), timeout);
            }
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                return; // closed
            }
        }
    }
}
