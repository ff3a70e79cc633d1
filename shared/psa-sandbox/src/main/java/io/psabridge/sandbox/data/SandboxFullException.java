package io.psabridge.sandbox.data;

/** The sandbox keeps its memory bounded: this record would be one too many. */
public final class SandboxFullException extends RuntimeException {

    SandboxFullException(int most) {
        super("The sandbox holds " + most + " records of this kind already: reset the company.");
    }
}
