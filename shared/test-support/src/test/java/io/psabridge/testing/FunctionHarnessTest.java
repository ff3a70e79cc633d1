package io.psabridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FunctionHarnessTest {

    @Test
    void aFunctionAnswersEventsInAProcessOfItsOwn() {
        try (FunctionHarness function = function(EchoHandler.class.getName())) {
            assertThatThrownBy(function::coldStart).isInstanceOf(IllegalStateException.class);

            FunctionAnswer answer =
                    function.send(HttpEvent.of("POST", "/v1/things").query("a=1").json("{}"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("x-echo", "hello");
            assertThat(answer.body()).isEqualTo("/v1/things?a=1 {}");
            assertThat(function.send(HttpEvent.of("GET", "/again")).body()).startsWith("/again?");
            assertThat(function.coldStart().wall())
                    .isBetween(Duration.ofMillis(10), Duration.ofMinutes(1));
            assertThat(function.coldStart().cpu()).isPositive();
            assertThat(function.coldStart().residentBytes()).isPositive();
        }
    }

    @Test
    void aFunctionThatCannotStartSaysWhy() {
        try (FunctionHarness function = function("no.such.Handler")) {
            assertThat(function.invoke("{}")).contains("no.such.Handler");
        }
    }

    private static FunctionHarness function(String handler) {
        FunctionProcess process = FunctionHarness.handler(handler).environment("GREETING", "hello");
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            process.classPath(Path.of(entry));
        }
        return process.start();
    }
}
