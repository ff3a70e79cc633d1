package io.psabridge.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.config.BridgeSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueRulesTest {

    @Test
    void aMessageThatComesBackFindsTheLeaseOfItsWorkOver() {
        assertThat(QueueRules.VISIBILITY).isGreaterThanOrEqualTo(Worker.LEASE);
        assertThat(Worker.LEASE).isGreaterThanOrEqualTo(QueueRules.FUNCTION_TIME);
    }

    @Test
    void aMessageIsHandedOutOnceWhileItsFunctionRunsAndIsTriedAgain() {
        assertThat(QueueRules.VISIBILITY)
                .isGreaterThanOrEqualTo(QueueRules.FUNCTION_TIME.multipliedBy(6));
    }

    @Test
    void whatIsBegunLastEndsBeforeTheFunctionDoes() {
        Duration twoCalls = BridgeSettings.from(Map.of()).requestBudget().multipliedBy(2);

        assertThat(QueueRules.MARGIN).isGreaterThan(twoCalls);
        assertThat(QueueRules.FUNCTION_TIME).isGreaterThan(QueueRules.MARGIN.multipliedBy(2));
    }

    @Test
    void noDelayIsLongerThanSqsTakes() {
        assertThat(QueueRules.LONGEST_DELAY.toSeconds()).isLessThanOrEqualTo(900);
    }
}
