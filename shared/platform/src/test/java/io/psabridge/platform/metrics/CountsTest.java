package io.psabridge.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private final Counts counts = new Counts();

    @Test
    void countsByNameAndLabels() {
        counts.add("notes", Label.provider("one"), Label.outcome("posted"));
        counts.add("notes", Label.provider("one"), Label.outcome("posted"));
        counts.add("notes", Label.provider("two"), Label.outcome("posted"));

        Count ofOne = new Count("notes", List.of(Label.provider("one"), Label.outcome("posted")));
        assertThat(counts.times(ofOne)).isEqualTo(2);
        assertThat(counts.all()).hasSize(2).containsEntry(ofOne, 2L);
        assertThat(counts.times(new Count("never", List.of()))).isZero();
    }

    @Test
    void nothingIsToldApartByTenant() {
        assertThatThrownBy(() -> new Label("tenant", "acme"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cloudWatchGetsOneNumberAnOutcome() {
        counts.add("psa_bridge_note_attempts", Label.provider("one"), Label.outcome("posted"));
        counts.add("psa_bridge_note_attempts", Label.provider("two"), Label.outcome("posted"));
        counts.add("psa_bridge_work_runs", Label.kind("notes"), Label.outcome("broken_off"));

        Map<String, Object> line =
                new EmfLine()
                        .put("OldestDueSeconds", "Seconds", 1.5)
                        .putAll(counts.all())
                        .at(Instant.ofEpochMilli(7));

        assertThat(line)
                .containsEntry("OldestDueSeconds", 1.5)
                .containsEntry("NoteAttemptsPosted", 2L)
                .containsEntry("WorkRunsBrokenOff", 1L);
        assertThat(line.get("_aws").toString())
                .contains(
                        "Timestamp=7",
                        "Namespace=PsaBridge",
                        "NoteAttemptsPosted",
                        "WorkRunsBrokenOff");
    }
}
