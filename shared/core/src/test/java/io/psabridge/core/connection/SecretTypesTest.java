package io.psabridge.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import io.micronaut.serde.ObjectMapper;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Secret;
import io.psabridge.spi.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds a secret prints nothing of it, and goes into no stream. */
class SecretTypesTest {

    private static final String CANARY = "canary-93f";

    static Stream<Object> holders() {
        Credentials credentials = Credentials.of(Map.of("key", CANARY));
        return Stream.of(
                new Secret(CANARY),
                credentials,
                new NewConnection(
                        "memory", "n", Site.of("h"), credentials, ConnectionSettings.NONE));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void itPrintsNothing(Object holder) {
        assertThat(holder.toString()).doesNotContain(CANARY);
        assertThat(String.format("%s", holder)).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void noJsonShowsIt(Object holder) {
        assertThat(written(() -> ObjectMapper.getDefault().writeValueAsString(holder)))
                .doesNotContain(CANARY);
        assertThat(written(() -> JSON.std.asString(holder))).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void javaDoesNotSerializeIt(Object holder) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(holder))
                    .isInstanceOf(NotSerializableException.class)
                    .hasMessageNotContaining(CANARY);
        }
    }

    /** A refusal is as good as nothing, unless it quotes. */
    private static String written(Writer writer) {
        try {
            return writer.write();
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private interface Writer {
        String write() throws IOException;
    }
}
