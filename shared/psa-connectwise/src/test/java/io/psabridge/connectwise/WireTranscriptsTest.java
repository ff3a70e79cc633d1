package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.http.Call;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every exchange that others wrote after the facts: what we send, and what we make of answers. */
class WireTranscriptsTest {

    private static final String CLIENT_ID = "00000000-1111-4222-8333-0fa4ec11e471";

    /** Where a transcript allows several outcomes: ours. */
    private static final Map<String, Set<String>> OUR_OUTCOMES =
            Map.of(
                    "errors-429-json", Set.of("psa_rate_limited"),
                    "errors-429-html", Set.of("psa_rate_limited"),
                    "errors-500-timeout", Set.of("psa_unavailable"),
                    "members-without-right", Set.of("psa_permission_denied"));

    @TestFactory
    Stream<DynamicTest> everyTranscriptHolds() {
        return Transcript.all().stream().flatMap(this::runs);
    }

    private Stream<DynamicTest> runs(Transcript transcript) {
        if (!transcript.hasVariants() || transcript.operation().startsWith("callbacks.")) {
            return Stream.of(DynamicTest.dynamicTest(transcript.name(), () -> play(transcript)));
        }
        return IntStream.range(0, transcript.exchanges().size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(
                                transcript.name() + " " + (i + 1), () -> play(transcript.only(i))));
    }

    private void play(Transcript transcript) {
        Optional<String> skipped = Skips.reason(transcript);
        assumeTrue(skipped.isEmpty(), () -> skipped.orElse(""));
        TranscriptPlayer player = new TranscriptPlayer(transcript);
        try (HttpDouble server = new HttpDouble(player::answer);
                RewritingOutbound outbound = new RewritingOutbound(server.origin())) {
            ConnectWiseSettings settings = ConnectWiseSettings.of(CLIENT_ID);
            ConnectWiseProvider provider = new ConnectWiseProvider(outbound, settings);
            if (transcript.name().startsWith("discovery-after-upgrade")) {
                provider.open(access(transcript)).directory().priorities();
            }
            player.play();
            PsaAccess access = access(transcript);
            RowReader rows =
                    new RowReader(new ConnectWiseApi(outbound, access, settings, new Discovery()));
            TranscriptOperations operations =
                    new TranscriptOperations(transcript, provider.open(access), rows);
            compare(transcript, operations);
            assertThat(player.complaints(!OUR_OUTCOMES.containsKey(transcript.name()))).isEmpty();
            compareCalls(transcript, outbound.calls());
        }
    }

    private static void compare(Transcript transcript, TranscriptOperations operations) {
        Set<String> ours = OUR_OUTCOMES.getOrDefault(transcript.name(), Set.of());
        WireObject client = transcript.client();
        boolean fails = client.text("outcome").filter("error"::equals).isPresent();
        Map<String, Object> result;
        try {
            result = operations.run();
        } catch (PsaException e) {
            String code = Shown.code(e.code());
            if (!ours.isEmpty() || fails) {
                assertThat(code)
                        .as("%s", e.getMessage())
                        .isIn(ours.isEmpty() ? Set.of(client.text("code").orElseThrow()) : ours);
                client.text("effect")
                        .ifPresent(effect ->
                                assertThat(e.effect().name().toLowerCase(Locale.ROOT))
                                        .isEqualTo(effect));
                return;
            }
            throw e;
        }
        assertThat(fails || !ours.isEmpty()).as("it gave a value: %s", result).isFalse();
        assertThat(differences(transcript, result)).isEmpty();
    }

    private static List<String> differences(Transcript transcript, Map<String, Object> result) {
        Object wanted = client(transcript).get("result");
        if (transcript.operation().equals("connection.open")) {
            return List.of();
        }
        if (transcript.name().equals("conditions-text-number")) {
            wanted = Map.of("items", List.of("48219"));
        }
        if (wanted == null) {
            return List.of();
        }
        return Shown.differences(
                "result", wanted instanceof List<?> ? Map.of("items", wanted) : wanted, result);
    }

    private static void compareCalls(Transcript transcript, List<Call> calls) {
        if (transcript.operation().equals("connection.open")) {
            String base = transcript.client().object("result").text("baseUrl").orElseThrow();
            assertThat(calls.getFirst().uri().getHost())
                    .isEqualTo(transcript.given().text("host").orElseThrow());
            assertThat(calls.subList(1, calls.size()))
                    .allSatisfy(call -> assertThat(call.uri().toString()).startsWith(base));
        }
        assertThat(calls)
                .allSatisfy(call -> {
                    assertThat(call.uri().toString().length()).isLessThanOrEqualTo(2_000);
                    assertThat(call.repeatable())
                            .isEqualTo(
                                    call.method().equals("GET")
                                            || call.uri().getPath().endsWith("/search"));
                });
    }

    private static Map<?, ?> client(Transcript transcript) {
        return transcript.client().members();
    }

    private static PsaAccess access(Transcript transcript) {
        boolean silent = transcript.name().equals("errors-no-answer");
        return new PsaAccess(
                "connection-1",
                Site.of(
                        transcript
                                .input()
                                .text("host")
                                .or(() -> transcript.given().text("host"))
                                .orElse("api-na.myconnectwise.net")),
                credentials(transcript),
                Deadline.in(silent ? Duration.ofMillis(800) : Duration.ofSeconds(8)));
    }

    /** Those that the transcript signs in with. */
    private static Credentials credentials(Transcript transcript) {
        Map<String, String> values = new HashMap<>();
        values.put("companyId", "quillfeather");
        values.put("publicKey", "PUBKEYfake000001");
        values.put("privateKey", "PRIVKEYfake00001");
        List<Transcript.Exchange> signed = new ArrayList<>(transcript.exchanges());
        signed.removeIf(exchange -> exchange.headers().text("Authorization").isEmpty());
        if (!signed.isEmpty()) {
            String basic =
                    signed.getLast().headers().text("Authorization").orElseThrow().substring(6);
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            values.put("companyId", pair.substring(0, pair.indexOf('+')));
            values.put("publicKey", pair.substring(pair.indexOf('+') + 1, pair.indexOf(':')));
            values.put("privateKey", pair.substring(pair.indexOf(':') + 1));
        }
        transcript
                .input()
                .text("companyId")
                .filter(id -> !id.matches("[0-9]+"))
                .ifPresent(id -> values.put("companyId", id));
        return Credentials.of(values);
    }
}
