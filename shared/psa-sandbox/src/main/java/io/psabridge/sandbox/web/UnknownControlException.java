package io.psabridge.sandbox.web;

/** The control API has no such path, company or record. */
final class UnknownControlException extends RuntimeException {

    UnknownControlException(String what) {
        super("The sandbox knows no " + what + "; see docs/sandbox.md", null, false, false);
    }
}
