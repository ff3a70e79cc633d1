package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.testing.Core;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final PsaException away =
            PsaException.of(PsaErrorCode.UNAVAILABLE).message("away").build();

    private Core core;
    private Circuit circuit;
    private ConnectionId connection;

    @BeforeEach
    void start() {
        core = Core.start();
        connection = core.connect(NORTH);
        circuit = core.get(Circuit.class);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void threeFailuresInARowLetItRest() {
        circuit.failed(stored(), away);
        circuit.failed(stored(), away);
        assertThat(stored().restsFor()).isZero();

        circuit.failed(stored(), away);

        assertThat(stored().restsFor()).isPositive();
    }

    @Test
    void manyCallsThatFailSideBySideCountAsOne() {
        StoredConnection seen = stored();
        for (int call = 0; call < 20; call++) {
            circuit.failed(seen, away);
        }

        assertThat(stored().failures()).isEqualTo(1);
        assertThat(stored().restsFor()).isZero();
    }

    @Test
    void aSuccessEndsTheRow() {
        circuit.failed(stored(), away);
        circuit.failed(stored(), away);
        circuit.worked(stored());
        circuit.failed(stored(), away);

        assertThat(stored().failures()).isEqualTo(1);
    }

    private StoredConnection stored() {
        return core.get(ConnectionReader.class).get(NORTH, connection);
    }
}
