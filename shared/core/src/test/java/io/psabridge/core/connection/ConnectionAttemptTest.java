package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectionAttemptTest {

    private static final String COUNT = "SELECT count(*) FROM connection";

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
    void whoeverResumesGetsTheConnectionThatIsThereAndAsksNoPsa() {
        Attempt first = new Attempt("k", Attempt.only().reservedId(), false);
        Connection made = create(first);
        core.psa().forget();

        Connection again = create(resumed(first));

        assertThat(again.id()).isEqualTo(made.id());
        assertThat(core.psa().received()).isEmpty();
    }

    @Test
    void whoeverResumesConnectsWhenNothingIsThere() {
        Attempt first = new Attempt("k", Attempt.only().reservedId(), false);
        long before = core.count(COUNT);

        Connection made = create(resumed(first));

        assertThat(made.id().value()).endsWith(first.reservedId());
        assertThat(core.count(COUNT)).isEqualTo(before + 1);
    }

    @Test
    void twoWhoConnectUnderOneKeyGetOneConnection() {
        Attempt attempt = new Attempt("k", Attempt.only().reservedId(), false);
        long before = core.count(COUNT);

        assertThat(create(attempt).id()).isEqualTo(create(attempt).id());
        assertThat(core.count(COUNT)).isEqualTo(before + 1);
    }

    private static Connection create(Attempt attempt) {
        return core.get(ConnectionService.class)
                .create(NORTH, ROBIN, core.wanted(core.provider().tenant().credentials()), attempt);
    }

    private static Attempt resumed(Attempt first) {
        return new Attempt(first.key(), first.reservedId(), true);
    }
}
