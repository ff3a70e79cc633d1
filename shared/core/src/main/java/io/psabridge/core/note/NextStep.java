package io.psabridge.core.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be done next for the unfinished notes of one ticket, so that they keep their order.
 */
sealed interface NextStep {

    /** Nothing is unfinished. */
    record Done() implements NextStep {}

    record Wait(Duration time) implements NextStep {}

    /** Whoever sent it is gone: it may have been sent. */
    record Abandoned(LanePost post) implements NextStep {}

    record Send(LanePost post) implements NextStep {}

    record LookUp(LanePost post) implements NextStep {}

    /**
     * Decides from all that is unfinished.
     *
     * @param posts the earliest first; the caller holds their lease, so nobody else sends one
     * @param lookedUp what was looked for already in this round
     */
    static NextStep of(List<LanePost> posts, Set<NotePostId> lookedUp) {
        List<LanePost> passed = new ArrayList<>();
        for (LanePost post : posts) {
            switch (post.state()) {
                case POSTING -> {
                    return new Abandoned(post);
                }
                case UNCERTAIN -> {
                    if (post.isDue() && !lookedUp.contains(post.id())) {
                        return new LookUp(post);
                    }
                    passed.add(post);
                    if (post.blocks()) {
                        return new Wait(shorter(post.blocksFor(), earliest(passed)));
                    }
                }
                case PENDING -> {
                    return post.isDue()
                            ? send(post, passed, lookedUp)
                            : new Wait(shorter(post.dueIn(), earliest(passed)));
                }
                default -> throw new IllegalArgumentException(post.id() + " is finished");
            }
        }
        return passed.isEmpty() ? new Done() : new Wait(earliest(passed));
    }

    /** What no longer blocks is looked for once more right before a later note is sent. */
    private static NextStep send(LanePost post, List<LanePost> passed, Set<NotePostId> lookedUp) {
        return passed.stream()
                .filter(earlier -> !lookedUp.contains(earlier.id()))
                .findFirst()
                .<NextStep>map(LookUp::new)
                .orElseGet(() -> new Send(post));
    }

    private static Duration earliest(List<LanePost> posts) {
        return posts.stream()
                .map(LanePost::dueIn)
                .reduce(NextStep::shorter)
                .orElse(Duration.ofHours(1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
