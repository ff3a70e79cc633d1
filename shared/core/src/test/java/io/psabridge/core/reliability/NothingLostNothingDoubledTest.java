package io.psabridge.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.note.DeliveryPoint;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise: every note is in the PSA, once, in its ticket's order. {@code
 * -Dreliability.notes=10000 -Dreliability.seed=7} runs it longer, or otherwise.
 */
class NothingLostNothingDoubledTest {

    @TempDir private Path folder;

    @Test
    void everyNoteArrivesOnceAndInOrderWhateverFailsAndWhoeverIsKilled()
            throws IOException, InterruptedException {
        int notes = Integer.getInteger("reliability.notes", 1_000);
        long seed = Long.getLong("reliability.seed", 20_261_121L);
        try (Campaign campaign = Campaign.prepare(seed, folder, notes, 50)) {
            Report report = campaign.run();
            System.out.println(report.table());

            assertThat(report.wrong()).isEmpty();
            assertThat(report.notes()).isEqualTo(notes);
            assertThat(report.posts()).isEqualTo(notes);
            assertThat(report.unposted()).isZero();
            assertThat(report.course().fates())
                    .as("every point is one where a process died")
                    .containsOnlyKeys(DeliveryPoint.values());
        }
    }
}
