package io.psabridge.platform.web;

/** An id in a path. One that nothing can have is answered like one that nothing has. */
public final class PathId {

    private static final int LONGEST = 100;

    private PathId() {}

    /** The id as it stands; fails with {@code not_found} when no {@code noun} can have it. */
    public static String of(String id, String noun) {
        if (isPossible(id)) {
            return id;
        }
        throw Problem.notFound(noun);
    }

    /** Whether it is 1 to 100 characters without blanks and control characters. */
    public static boolean isPossible(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }
}
