package io.psabridge.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One request on one connection, byte by byte, so that broken answers can be looked at. */
final class RawHttp {

    /**
     * What came back.
     *
     * @param status 0 when nothing came
     * @param end how the connection ended: closed, reset or silent
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
    record Reply(int status, Map<String, String> headers, byte[] body, String end) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean isWhole() {
            String length = header("Content-Length");
            return length.isEmpty() || Integer.parseInt(length) == body.length;
        }
    }

    private RawHttp() {}

    static Reply send(
            int port,
            String method,
            String target,
            Map<String, String> headers,
            byte[] body,
            int patienceMillis)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(patienceMillis);
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            headers.forEach(
                    (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Content-Length: ")
                    .append(body.length)
                    .append("\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            String end = readAll(socket.getInputStream(), received);
            return parse(received.toByteArray(), end);
        }
    }

    private static String readAll(InputStream in, ByteArrayOutputStream received)
            throws IOException {
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.write(buffer, 0, read);
            }
            return "closed";
        } catch (SocketTimeoutException e) {
            return "silent";
        } catch (SocketException e) {
            return "reset";
        }
    }

    private static Reply parse(byte[] bytes, String end) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return new Reply(0, Map.of(), bytes, end);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String[] lines = text.substring(0, headEnd).split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = text.substring(headEnd + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new Reply(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body, end);
    }
}
