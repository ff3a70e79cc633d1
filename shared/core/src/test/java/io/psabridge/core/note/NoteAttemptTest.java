package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Audience;
import io.psabridge.spi.NewNote;
import io.psabridge.tck.Operation;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandInFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteAttemptTest {

    private static final NewNote NOTE = NewNote.of("Only once", Audience.INTERNAL);

    private static Core core;
    private static NoteTarget target;

    @BeforeAll
    static void start() {
        core = Core.start();
        target = new NoteTarget(core.connect(NORTH), core.psa().world().ticket(), null);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
    }

    @Test
    void whoeverResumesGetsThePostThatIsThere() {
        Attempt first = new Attempt("k", Attempt.only().reservedId(), false);
        NotePost post = post(first);

        assertThat(post(resumed(first)).id()).isEqualTo(post.id());
        assertThat(core.psa().received()).filteredOn(Received::write).hasSize(1);
    }

    @Test
    void whatNobodyRecordedIsNotSentByWhoeverResumes() {
        Attempt first = new Attempt("k", Attempt.only().reservedId(), false);
        core.psa().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.ADD_NOTE);
        Problem lost = fails(ProblemCode.PSA_TIMEOUT, () -> post(first));

        Problem again = fails(ProblemCode.PSA_TIMEOUT, () -> post(resumed(first)));

        assertThat(lost.outcomeUnknown()).isTrue();
        assertThat(again.outcomeUnknown()).isTrue();
        assertThat(again.retryable()).isFalse();
        assertThat(again.fix())
                .hasValueSatisfying(fix -> assertThat(fix).contains("Look in the PSA"));
        assertThat(core.psa().received()).filteredOn(Received::write).hasSize(1);
    }

    private static NotePost post(Attempt attempt) {
        return core.get(NotePosts.class).post(NORTH, ROBIN, target, NOTE, attempt);
    }

    private static Attempt resumed(Attempt first) {
        return new Attempt(first.key(), first.reservedId(), true);
    }
}
