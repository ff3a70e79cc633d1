package io.psabridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider leaves out is refused, never silent. */
class PsaTest {

    private static final Psa BARE = () -> new Verification(List.of(), null, null);

    static List<Consumer<Psa>> parts() {
        return List.of(
                Psa::tickets,
                Psa::notes,
                Psa::statuses,
                Psa::members,
                Psa::directory,
                Psa::callbacks);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartThatIsLeftOutIsNotSupported(Consumer<Psa> part) {
        assertThatThrownBy(() -> part.accept(BARE))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(PsaErrorCode.NOT_SUPPORTED);
                            assertThat(failure.effect()).isEqualTo(Effect.NONE);
                        });
    }
}
