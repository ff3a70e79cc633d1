package io.psabridge.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What people found out about the numbers; written by hand. */
final class Remarks {

    private Remarks() {}

    static String text() {
        try (InputStream content = Remarks.class.getResourceAsStream("/remarks.md")) {
            if (content == null) {
                throw new IllegalStateException("remarks.md is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
