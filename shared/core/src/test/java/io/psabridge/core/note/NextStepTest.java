package io.psabridge.core.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofMinutes(3);
    private static final Duration MUCH_LATER = Duration.ofMinutes(9);

    @Test
    void withoutPostsThereIsNothingToDo() {
        assertThat(NextStep.of(List.of(), Set.of())).isEqualTo(new NextStep.Done());
    }

    @Test
    void theEarliestThatIsDueIsSent() {
        LanePost first = pending("1", NOW);

        assertThat(NextStep.of(List.of(first, pending("2", NOW)), Set.of()))
                .isEqualTo(new NextStep.Send(first));
    }

    @Test
    void aLaterNoteWaitsForAnEarlierOneThatIsNotDue() {
        assertThat(NextStep.of(List.of(pending("1", LATER), pending("2", NOW)), Set.of()))
                .isEqualTo(new NextStep.Wait(LATER));
    }

    @Test
    void whatItsSenderLeftOnItsWayIsAbandonedBeforeAnythingElse() {
        LanePost left = post("1", NotePostState.POSTING, NOW, NOW);

        assertThat(NextStep.of(List.of(left, pending("2", NOW)), Set.of()))
                .isEqualTo(new NextStep.Abandoned(left));
    }

    @Test
    void anUncertainOneIsLookedForWhenItIsDueAndBlocksUntilThen() {
        LanePost due = uncertain("1", NOW, MUCH_LATER);
        LanePost waiting = uncertain("1", LATER, MUCH_LATER);

        assertThat(NextStep.of(List.of(due), Set.of())).isEqualTo(new NextStep.LookUp(due));
        assertThat(NextStep.of(List.of(waiting, pending("2", NOW)), Set.of()))
                .isEqualTo(new NextStep.Wait(LATER));
    }

    @Test
    void anUncertainOneThatNoLongerBlocksIsLookedForRightBeforeALaterOneIsSent() {
        LanePost passed = uncertain("1", LATER, NOW);
        LanePost next = pending("2", NOW);

        assertThat(NextStep.of(List.of(passed, next), Set.of()))
                .isEqualTo(new NextStep.LookUp(passed));
        assertThat(NextStep.of(List.of(passed, next), Set.of(passed.id())))
                .isEqualTo(new NextStep.Send(next));
    }

    @Test
    void alwaysOneStepAtATimeAndNeverPastSomethingThatBlocks() {
        Random random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            List<LanePost> posts = new ArrayList<>();
            Set<NotePostId> lookedUp = new HashSet<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                LanePost post = any(random, "p" + i);
                posts.add(post);
                if (random.nextInt(4) == 0) {
                    lookedUp.add(post.id());
                }
            }
            NextStep step = NextStep.of(posts, lookedUp);

            if (step instanceof NextStep.Send send) {
                assertThat(send.post().state()).isEqualTo(NotePostState.PENDING);
                assertThat(send.post().isDue()).isTrue();
                List<LanePost> before = posts.subList(0, posts.indexOf(send.post()));
                assertThat(before)
                        .allSatisfy(earlier -> {
                            assertThat(earlier.state()).isEqualTo(NotePostState.UNCERTAIN);
                            assertThat(earlier.blocks()).isFalse();
                            assertThat(lookedUp).contains(earlier.id());
                        });
            }
            if (step instanceof NextStep.Done) {
                assertThat(posts).isEmpty();
            }
        }
    }

    private static LanePost any(Random random, String id) {
        Duration due = random.nextBoolean() ? NOW : LATER;
        Duration blocks = random.nextBoolean() ? NOW : MUCH_LATER;
        NotePostState state =
                List.of(NotePostState.PENDING, NotePostState.POSTING, NotePostState.UNCERTAIN)
                        .get(random.nextInt(10) == 0 ? 1 : random.nextInt(2) * 2);
        return post(id, state, due, blocks);
    }

    private static LanePost pending(String id, Duration due) {
        return post(id, NotePostState.PENDING, due, NOW);
    }

    private static LanePost uncertain(String id, Duration due, Duration blocks) {
        return post(id, NotePostState.UNCERTAIN, due, blocks);
    }

    private static LanePost post(String id, NotePostState state, Duration due, Duration blocks) {
        return new LanePost(new NotePostId(id), state, 1, due, blocks, NOW, false);
    }
}
