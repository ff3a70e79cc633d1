package io.psabridge.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Limits of outbound calls. Start from {@link #DEFAULTS}.
 *
 * @param allowedOrigins origins such as {@code http://127.0.0.1:9001} that may be private, plain
 *     http or on another port; nothing else may
 * @param connectTimeout for a name look-up, a connection and a TLS handshake, each
 * @param readTimeout the longest silence of a PSA
 * @param maxBodyBytes the longest body that is read
 * @param callsAtOnce how many calls of one connection run at once in this process
 * @param placeWait how long a call beyond those waits before it fails with BUSY
 */
public record OutboundSettings(
        List<String> allowedOrigins,
        Duration connectTimeout,
        Duration readTimeout,
        int maxBodyBytes,
        int callsAtOnce,
        Duration placeWait) {

    public static final OutboundSettings DEFAULTS =
            new OutboundSettings(
                    List.of(),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    8 * 1024 * 1024,
                    4,
                    Duration.ofSeconds(1));

    /** Fails with IllegalArgumentException, whose message names the value that is wrong. */
    public OutboundSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        for (String origin : allowedOrigins) {
            Origin.parse(origin);
        }
        positive(connectTimeout, "connectTimeout");
        positive(readTimeout, "readTimeout");
        if (maxBodyBytes < 1 || maxBodyBytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxBodyBytes is out of range: " + maxBodyBytes);
        }
        if (callsAtOnce < 1) {
            throw new IllegalArgumentException("callsAtOnce must be at least 1: " + callsAtOnce);
        }
        if (placeWait.isNegative()) {
            throw new IllegalArgumentException("placeWait must not be negative: " + placeWait);
        }
    }

    /** Reads origins from a text that separates them by commas. */
    public static List<String> origins(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
    }

    public OutboundSettings withAllowedOrigins(List<String> origins) {
        return new OutboundSettings(
                origins, connectTimeout, readTimeout, maxBodyBytes, callsAtOnce, placeWait);
    }

    public OutboundSettings withTimeouts(Duration connect, Duration read) {
        return new OutboundSettings(
                allowedOrigins, connect, read, maxBodyBytes, callsAtOnce, placeWait);
    }

    public OutboundSettings withMaxBodyBytes(int bytes) {
        return new OutboundSettings(
                allowedOrigins, connectTimeout, readTimeout, bytes, callsAtOnce, placeWait);
    }

    public OutboundSettings withCallsAtOnce(int calls, Duration wait) {
        return new OutboundSettings(
                allowedOrigins, connectTimeout, readTimeout, maxBodyBytes, calls, wait);
    }

    private static void positive(Duration time, String name) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + time);
        }
    }
}
