package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are stopped at every moment there is. */
@Timeout(60)
class TruthTest {

    private static final int CALLERS = 8;
    private static final int EACH = 250;
    private static final Pattern ID = Pattern.compile("POST /(\\d+-\\d+) ");

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final Set<String> neverWritten = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();

    @Test
    void whatIsSaidToBeUnwrittenWasNeverSeenAndNoAnswerGoesToAnotherCall() throws Exception {
        try (RawServer server = RawServer.plain(this::echo);
                GuardedCalls outbound =
                        Outbounds.open(
                                Outbounds.allowing(server)
                                        .withCallsAtOnce(2 * CALLERS * EACH, Duration.ZERO));
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<? extends Future<?>> running =
                    IntStream.range(0, CALLERS)
                            .mapToObj(
                                    caller -> callers.submit(() -> calls(outbound, server, caller)))
                            .toList();
            for (Future<?> future : running) {
                future.get();
            }
        }

        assertThat(unexpected).isEmpty();
        assertThat(neverWritten).isNotEmpty().doesNotContainAnyElementsOf(seen);
        assertThat(answered).isNotEmpty();
        assertThat(times.values()).containsOnly(1);
    }

    private void echo(RawServer server, java.net.Socket socket) throws Exception {
        Random random = new Random(socket.getPort());
        String request = server.readNext(socket);
        while (request != null) {
            Matcher id = ID.matcher(request);
            if (id.find()) {
                seen.add(id.group(1));
                times.merge(id.group(1), 1, Integer::sum);
                Thread.sleep(Duration.ofNanos(random.nextInt(2_000_000)));
                String body = id.group(1);
                RawServer.write(
                        socket,
                        "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
            request = server.readNext(socket);
        }
    }

    private void calls(GuardedCalls outbound, RawServer server, int caller) {
        Random random = new Random(caller);
        for (int i = 0; i < EACH; i++) {
            String id = caller + "-" + i;
            Duration time = Duration.ofNanos(random.nextInt(4_000_000));
            Call call =
                    new Call(
                            "connection-1",
                            "POST",
                            URI.create(server.origin() + "/" + id),
                            List.of(),
                            new byte[random.nextInt(100)],
                            Deadline.in(time),
                            false,
                            null);
            try {
                if (outbound.send(call).text().equals(id)) {
                    answered.add(id);
                } else {
                    unexpected.add("another's answer for " + id);
                }
            } catch (OutboundException e) {
                if (!e.written()) {
                    neverWritten.add(id);
                }
            } catch (RuntimeException e) {
                unexpected.add(e.toString());
            }
        }
    }
}
