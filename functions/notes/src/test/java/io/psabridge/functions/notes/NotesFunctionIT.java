package io.psabridge.functions.notes;

import io.psabridge.functiontck.HttpFunctionTest;

class NotesFunctionIT extends HttpFunctionTest {

    NotesFunctionIT() {
        super("notes", "/v1/note-posts", 200, "\"items\":[]");
    }
}
