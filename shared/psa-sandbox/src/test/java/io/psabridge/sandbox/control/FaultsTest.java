package io.psabridge.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.sandbox.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void aFaultHitsAsManyCallsAsItWasOrderedFor() {
        faults.add(Fault.of("502-html").on("GET", "/service/tickets").times(2));

        assertThat(take("GET", "/service/tickets")).isNotNull();
        assertThat(take("GET", "/service/tickets")).isNotNull();
        assertThat(take("GET", "/service/tickets")).isNull();
        assertThat(faults.waiting()).isEmpty();
    }

    @Test
    void aFaultLetsCallsPassBeforeItHits() {
        faults.add(
                Fault.of("reset-after-commit")
                        .on("POST", "/service/tickets/*/notes")
                        .afterSkipping(1));

        assertThat(take("POST", "/service/tickets/1/notes")).isNull();
        assertThat(take("GET", "/service/tickets/1/notes")).isNull();
        assertThat(take("POST", "/service/tickets/1")).isNull();
        assertThat(take("POST", "/service/tickets/2/notes")).isNotNull();
    }

    @Test
    void aFaultForOneCompanyOrConnectionLeavesTheOthersAlone() {
        faults.add(Fault.of("no-answer").onCompany("acme").forever());
        faults.add(Fault.of("500").onConnection(7).forever());

        assertThat(faults.take("other", "GET", "/x", 1)).isNull();
        assertThat(faults.take("ACME", "GET", "/x", 1)).isNotNull();
        assertThat(faults.take("other", "GET", "/x", 7)).isNotNull();
        assertThat(faults.take("ACME", "GET", "/x", 1)).isNotNull();
    }

    @Test
    void theFaultOrderedFirstIsPlayedFirst() {
        faults.add(Fault.of("429-json"));
        faults.add(Fault.of("503-html"));

        assertThat(status(take("GET", "/x"))).isEqualTo(429);
        assertThat(status(take("GET", "/x"))).isEqualTo(503);
    }

    @Test
    void clearingForgetsAll() {
        faults.add(Fault.of("500").forever());
        faults.clear();

        assertThat(take("GET", "/x")).isNull();
    }

    @Test
    void everyPresetCanBeOrderedByNameInJson() {
        FaultPreset.BY_NAME
                .keySet()
                .forEach(name -> {
                    Fault fault =
                            FaultJson.read(Json.object("do", name, "method", "GET", "delayMs", 5L));
                    assertThat(fault.effect().getClass())
                            .isEqualTo(Fault.of(name).effect().getClass());
                    assertThat(fault.delay()).hasMillis(5);
                });
    }

    @Test
    void aMisspelledFaultIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> FaultJson.read(Json.object("do", "explode")))
                .hasMessageContaining("explode")
                .hasMessageContaining("reset-after-commit");
        assertThatThrownBy(() -> FaultJson.read(Json.object("verb", "GET")))
                .hasMessageContaining("verb")
                .hasMessageContaining("method");
    }

    private @Nullable Fault take(String method, String path) {
        return faults.take("acme", method, path, 1);
    }

    private static int status(@Nullable Fault fault) {
        return fault != null && fault.effect() instanceof FaultEffect.Answer answer
                ? answer.status()
                : 0;
    }
}
