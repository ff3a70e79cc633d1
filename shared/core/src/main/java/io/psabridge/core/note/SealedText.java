package io.psabridge.core.note;

/** A note's text that only its tenant's key opens. */
@SuppressWarnings("ArrayRecordComponent") // ciphertext; nobody compares it
record SealedText(byte[] content) {}
