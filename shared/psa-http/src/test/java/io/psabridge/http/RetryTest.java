package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent again, after what pause, and what the gate is told. */
class RetryTest {

    private static final Duration LONG = Duration.ofHours(2);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Duration> blocked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private int sent;

    private final CallGate gate =
            new CallGate() {
                @Override
                public void beforeCall(String connection) {}

                @Override
                public void blocked(String connection, Duration time) {
                    blocked.add(time);
                }
            };

    private final Outbound outbound =
            new RetryingOutbound(
                    this::answer, gate, new RetryTime(() -> NOW, pauses::add, () -> 0.5));

    private Reply answer(Call call) throws OutboundException {
        sent++;
        Object next = answers.size() > 1 ? answers.pop() : answers.element();
        if (next instanceof OutboundException failure) {
            throw failure;
        }
        return (Reply) next;
    }

    @Test
    void aGetIsSentThreeTimesWithGrowingPauses() throws Exception {
        answers.add(reply(503));

        assertThat(outbound.send(get(LONG)).status()).isEqualTo(503);

        assertThat(sent).isEqualTo(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(125), Duration.ofMillis(250));
    }

    @Test
    void aPostThatWasAnsweredIsNeverSentAgain() throws Exception {
        for (int status : List.of(429, 500, 502, 503, 504)) {
            sent = 0;
            answers.clear();
            answers.add(reply(status, "Retry-After", "1"));

            assertThat(outbound.send(post(LONG)).status()).isEqualTo(status);
            assertThat(sent).isEqualTo(1);
        }
    }

    @Test
    void aPostThatMayHaveBeenWrittenIsNeverSentAgain() {
        for (Reason reason : Reason.values()) {
            sent = 0;
            answers.clear();
            answers.add(failed(reason, true));

            assertFails(failure(() -> outbound.send(post(LONG))), reason, true);
            assertThat(sent).isEqualTo(1);
        }
    }

    @Test
    void aPostThatWasCertainlyNotWrittenIsSentAgain() throws Exception {
        answers.add(failed(Reason.CONNECT_FAILED, false));
        answers.add(failed(Reason.TIMEOUT, false));
        answers.add(reply(201));

        assertThat(outbound.send(post(LONG)).status()).isEqualTo(201);
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void whatWillNotPassIsNotSentAgain() {
        for (Reason reason :
                List.of(
                        Reason.NOT_ALLOWED,
                        Reason.INVALID,
                        Reason.UNKNOWN_HOST,
                        Reason.TLS_FAILED,
                        Reason.TOO_LARGE,
                        Reason.BUSY)) {
            sent = 0;
            answers.clear();
            answers.add(failed(reason, false));

            assertFails(failure(() -> outbound.send(get(LONG))), reason, false);
            assertThat(sent).isEqualTo(1);
        }
    }

    @Test
    void otherAnswersAreFinal() throws Exception {
        for (int status : List.of(200, 301, 400, 401, 404, 409, 500, 501)) {
            sent = 0;
            answers.clear();
            answers.add(reply(status));

            outbound.send(get(LONG));
            assertThat(sent).as("status " + status).isEqualTo(1);
        }
    }

    @Test
    void retryAfterIsHonouredAndTheGateIsTold() throws Exception {
        answers.add(reply(429, "Retry-After", "7"));
        answers.add(reply(200));

        assertThat(outbound.send(get(LONG)).status()).isEqualTo(200);

        assertThat(pauses).containsExactly(Duration.ofMillis(7125));
        assertThat(blocked).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aPauseBeyondTheDeadlineGivesTheAnswerAsItIs() throws Exception {
        answers.add(reply(429, "Retry-After", "60"));

        assertThat(outbound.send(get(Duration.ofSeconds(30))).status()).isEqualTo(429);

        assertThat(pauses).isEmpty();
        assertThat(blocked).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void aRateLimitThatDoesNotSayHowLongBlocksForHalfAMinute() throws Exception {
        answers.add(reply(429));

        outbound.send(get(Duration.ofSeconds(10)));
        outbound.send(post(Duration.ofSeconds(10)));

        assertThat(blocked).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
        assertThat(pauses).isEmpty();
    }

    @Test
    void anUnavailablePsaIsLeftAloneAsLongAsItSaysButNotBlocked() throws Exception {
        answers.add(reply(503, "Retry-After", "Sun, 01 Mar 2026 12:00:10 GMT"));
        answers.add(reply(200));

        outbound.send(get(LONG));

        assertThat(pauses).containsExactly(Duration.ofMillis(10_125));
        assertThat(blocked).isEmpty();
    }

    @Test
    void theEarlierAnswerStandsWhenTheGateRefusesTheNextTry() throws Exception {
        answers.add(reply(429, "Retry-After", "1"));
        answers.add(failed(Reason.BUSY, false));

        assertThat(outbound.send(get(LONG)).status()).isEqualTo(429);
        assertThat(sent).isEqualTo(2);
    }

    @Test
    void whatAnEarlierTryMayHaveWrittenIsNotForgotten() {
        answers.add(failed(Reason.BROKEN, true));
        answers.add(failed(Reason.CONNECT_FAILED, false));

        assertFails(failure(() -> outbound.send(get(LONG))), Reason.CONNECT_FAILED, true);

        answers.clear();
        answers.add(reply(503));
        answers.add(failed(Reason.UNKNOWN_HOST, false));
        assertFails(failure(() -> outbound.send(get(LONG))), Reason.UNKNOWN_HOST, true);
    }

    @Test
    void anInterruptedPauseGivesWhatIsThere() throws Exception {
        answers.add(reply(503));
        Outbound interrupted =
                new RetryingOutbound(
                        this::answer,
                        gate,
                        new RetryTime(
                                () -> NOW,
                                pause -> {
                                    throw new InterruptedException();
                                },
                                () -> 1));

        assertThat(interrupted.send(get(LONG)).status()).isEqualTo(503);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).isEqualTo(1);
    }

    private static Call get(Duration time) {
        return Calls.get("https://psa.example.com", time);
    }

    private static Call post(Duration time) {
        return Calls.post("https://psa.example.com", "{}", time);
    }

    private static Reply reply(int status, String... header) {
        return new Reply(
                status,
                header.length == 0 ? List.of() : List.of(new Header(header[0], header[1])),
                new byte[0]);
    }

    private static OutboundException failed(Reason reason, boolean written) {
        return new OutboundException(reason, written, "failed", null);
    }
}
