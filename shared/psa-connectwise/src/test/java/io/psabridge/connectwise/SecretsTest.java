package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 409, 429, 500})
    void aServerThatRepeatsOurKeysMakesNoMessageShowThem(int status) {
        List<String> texts = new ArrayList<>();
        try (Bench bench = new Bench(request -> echo(status, request))) {
            Psa psa = bench.psa();
            texts.add(psa.toString());
            List<Runnable> calls =
                    List.of(
                            () -> psa.tickets().get(Id.of("1")),
                            () -> psa.notes().add(Id.of("1"), NewNote.of("x", Audience.INTERNAL)));
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (PsaException e) {
                    texts.addAll(textsOf(e));
                }
            }
            Verification verification = psa.verify();
            texts.add(verification.toString());
            verification
                    .failed()
                    .flatMap(check -> Optional.ofNullable(check.failure()))
                    .ifPresent(failure -> texts.addAll(textsOf(failure)));

            String authorization =
                    bench.received().stream()
                            .flatMap(request ->
                                    Optional.ofNullable(request.headers().get("authorization"))
                                            .stream())
                            .findFirst()
                            .orElseThrow();
            assertThat(texts)
                    .isNotEmpty()
                    .allSatisfy(text ->
                            assertThat(text)
                                    .doesNotContain("canary")
                                    .doesNotContain(authorization.substring(6)));
        }
    }

    private static List<String> textsOf(PsaException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return List.of(
                trace.toString(),
                failure.toString(),
                failure.answer().toString(),
                failure.errors().toString(),
                failure.fix().toString());
    }

    private static Answer echo(int status, Received request) {
        String said =
                request.headers().get("authorization")
                        + " "
                        + request.headers().get("clientid")
                        + " public-canary-2 private-canary-3";
        Map<String, Object> body =
                Map.of(
                        "code",
                        said,
                        "message",
                        said,
                        "errors",
                        List.of(Map.of("code", said, "message", said, "field", said)));
        return new Answer(
                status,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Location",
                        "https://private-canary-3.example/",
                        "x-cw-request-id",
                        said,
                        "api-current-version",
                        said),
                Json.text(body),
                Optional.empty());
    }
}
