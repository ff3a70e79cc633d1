package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.core.testing.Core;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.KeyWrapper;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PsaCallGateTest {

    private static Core core;

    @BeforeAll
    static void start() {
        core = Core.start();
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void noPsaIsCalledWhileADatabaseConnectionIsHeld() {
        PsaCallGate gate = core.get(PsaCallGate.class);
        TenantTransactions transactions = core.get(TenantTransactions.class);

        assertThatThrownBy(() -> transactions.run(NORTH, () -> gate.beforeCall("north/con_1")))
                .isInstanceOf(IllegalStateException.class);

        long before = gate.calls();
        gate.beforeCall("north/con_1");
        assertThat(gate.calls()).isEqualTo(before + 1);
    }

    @Test
    void noKeyIsAskedForWhileADatabaseConnectionIsHeld() {
        KeyWrapper keys = core.get(KeyWrapper.class);
        TenantTransactions transactions = core.get(TenantTransactions.class);

        assertThatThrownBy(() -> transactions.run(NORTH, () -> keys.wrap(new byte[32], Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }
}
