package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingRecordsTest {

    private static final Answer NOT_FOUND =
            Answer.json(404, Map.of("code", "NotFound", "message", "Ticket 1 not found"));

    @Test
    void aTicketIsMissingOnlyWhenAListStillAnswers() {
        try (Bench bench = new Bench(request -> unlessProof(request, 200))) {
            assertThatThrownBy(() -> bench.psa().tickets().get(Id.of("1")))
                    .satisfies(thrown -> has(thrown, PsaErrorCode.NOT_FOUND));
            assertThat(bench.calls())
                    .containsExactly(
                            "GET /service/tickets/1",
                            "GET /project/tickets/1",
                            "GET /service/tickets");
        }
    }

    @Test
    void aMissingTicketIsNamedInASentence() {
        try (Bench bench = new Bench(request -> unlessProof(request, 200))) {
            assertThatThrownBy(() -> bench.psa().tickets().get(Id.of("999999")))
                    .hasMessage(
                            "There is no ticket 999999, or the API member's security role does not"
                                    + " show it");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void keysThatWereRevokedAreNoMissingTicket(int status) {
        try (Bench bench = new Bench(request -> unlessProof(request, status))) {
            assertThatThrownBy(() -> bench.psa().tickets().get(Id.of("1")))
                    .satisfies(thrown -> has(thrown, PsaErrorCode.UNAUTHENTICATED));
        }
    }

    @Test
    void anOutageIsNoMissingTicketEither() {
        try (Bench bench = new Bench(request -> unlessProof(request, 500))) {
            assertThatThrownBy(() -> bench.psa().tickets().get(Id.of("1")))
                    .satisfies(thrown -> has(thrown, PsaErrorCode.UNAVAILABLE));
        }
    }

    @Test
    void aNoteForAMissingTicketIsSentOnceAndHasNoEffect() {
        try (Bench bench = new Bench(request -> unlessProof(request, 200))) {
            assertThatThrownBy(() ->
                            bench.psa().notes().add(Id.of("1"), NewNote.of("x", Audience.INTERNAL)))
                    .satisfies(thrown -> {
                        has(thrown, PsaErrorCode.NOT_FOUND);
                        assertThat(((PsaException) thrown).effect()).isEqualTo(Effect.NONE);
                    });
            assertThat(bench.calls().stream().filter(call -> call.startsWith("POST"))).hasSize(1);
        }
    }

    @Test
    void aNoteForAProjectTicketGoesToTheProjectRoute() {
        try (Bench bench = new Bench(MissingRecordsTest::projectTicket)) {
            bench.psa().notes().add(Id.of("1"), NewNote.of("x", Audience.INTERNAL));

            assertThat(bench.calls())
                    .containsExactly(
                            "POST /service/tickets/1/notes",
                            "GET /service/tickets/1",
                            "GET /project/tickets/1",
                            "POST /project/tickets/1/notes");
        }
    }

    private static Answer unlessProof(Received request, int status) {
        return "id".equals(request.query().get("fields"))
                ? Answer.json(status, status == 200 ? List.of() : Map.of("code", "x"))
                : NOT_FOUND;
    }

    private static Answer projectTicket(Received request) {
        if (request.path().contains("/service/")) {
            return NOT_FOUND;
        }
        return request.method().equals("GET")
                ? Answer.json(200, Map.of("id", 1))
                : Answer.json(201, Map.of("id", 7, "text", "x", "internalAnalysisFlag", true));
    }

    private static void has(Throwable thrown, PsaErrorCode code) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        PsaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
