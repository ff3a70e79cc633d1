package io.psabridge.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server on loopback that does to each connection what a test says. */
final class RawServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

    @FunctionalInterface
    interface Script {
        void run(RawServer server, Socket socket) throws Exception;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch clientLeft = new CountDownLatch(1);
    private final ServerSocket server;
    private final boolean secure;

    private RawServer(ServerSocket server, boolean secure, Script script) {
        this.server = server;
        this.secure = secure;
        Thread.ofVirtual().start(() -> accept(script));
    }

    static RawServer plain(Script script) throws IOException {
        return new RawServer(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), false, script);
    }

    static RawServer tls(SSLContext context, Script script) throws IOException {
        return new RawServer(
                context.getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                true,
                script);
    }

    /** Answers each request of a connection, as long as it lasts. */
    static Script answering(String answer) {
        return (server, socket) -> {
            while (server.readRequest(socket)) {
                write(socket, answer);
            }
        };
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Closes with a reset. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads one request with its body; false at the end of the connection. */
    boolean readRequest(Socket socket) throws IOException {
        return readNext(socket) != null;
    }

    /** Reads and gives one request with its body; null at the end of the connection. */
    @Nullable String readNext(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        String request = head.toString(US_ASCII);
        Matcher length = LENGTH.matcher(request);
        byte[] body =
                length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        String whole = request + new String(body, US_ASCII);
        requests.add(whole);
        return whole;
    }

    /** Reads until the client has closed its end. */
    void awaitClientLeaves(Socket socket) {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // a reset is a way of leaving
        }
        clientLeft.countDown();
    }

    /** Stays silent until the test is over. */
    void awaitEnd() throws InterruptedException {
        over.await();
    }

    boolean clientLeft() throws InterruptedException {
        return clientLeft.await(5, TimeUnit.SECONDS);
    }

    void clientHasLeft() {
        clientLeft.countDown();
    }

    int port() {
        return server.getLocalPort();
    }

    String origin() {
        return origin("127.0.0.1");
    }

    String origin(String host) {
        return (secure ? "https://" : "http://") + host + ":" + port();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
        for (Socket socket : connections) {
            socket.close();
        }
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(script, socket));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            script.run(this, socket);
        } catch (IOException e) {
            clientLeft.countDown(); // reading or writing failed: the client is gone
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
