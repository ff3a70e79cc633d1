package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.3.2.1", "::1", "[::1]"})
    void theseMeanThisMachine(String host) {
        assertThat(Loopback.isNamedBy(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "example.com", "localhost.example.com", "127.0.0.1.example.com", "127.0.0.256",
                "127.1", "0.0.0.0", "10.0.0.1", "[::2]", "::ffff:10.0.0.1"
            })
    void theseDoNot(String host) {
        assertThat(Loopback.isNamedBy(host)).isFalse();
    }
}
