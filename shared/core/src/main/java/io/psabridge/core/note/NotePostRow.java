package io.psabridge.core.note;

/**
 * A note post as its row keeps it.
 *
 * @param post with an empty text
 */
record NotePostRow(NotePost post, SealedText sealed) {}
