package io.psabridge.sandbox.control;

import java.util.Map;

/** What goes wrong. */
public sealed interface FaultEffect {

    /** Nothing: the call is answered as usual, perhaps later, perhaps with changes after it. */
    record Nothing() implements FaultEffect {}

    /** The connection stays open and silent; the call is carried out or not. */
    record NoAnswer(boolean commit) implements FaultEffect {}

    /** The connection is reset, after the call was carried out or before. */
    record Reset(boolean commit) implements FaultEffect {}

    /** The answer's body breaks off after so many bytes; -1 is its half. */
    record CutShort(int bytes) implements FaultEffect {}

    /** The answer's body comes in pieces of so many bytes with a pause between them. */
    record Drip(int bytes, long pauseMillis) implements FaultEffect {}

    /** Another answer than the usual one, after the call was carried out or without it. */
    record Answer(
            int status,
            String contentType,
            Map<String, String> headers,
            String body,
            boolean commit)
            implements FaultEffect {}

    /** A list has fewer rows than asked for, and is not at its end. */
    record ShortPage(int rows) implements FaultEffect {}

    /** A list does not know the newest records yet. */
    record HideNewest(int rows) implements FaultEffect {}

    /** PATCH answers 200 and changes nothing. */
    record PatchWithoutEffect() implements FaultEffect {}
}
