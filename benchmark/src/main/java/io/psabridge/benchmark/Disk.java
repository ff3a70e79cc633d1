package io.psabridge.benchmark;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How long this disk takes until a page is safe: the least that any durable commit takes. */
final class Disk {

    private static final int PAGE = 8 * 1024;
    private static final int PAGES = 64;
    private static final int WRITES = 400;

    private Disk() {}

    static Samples forcedWrites(Path file) {
        double[] millis = new double[WRITES];
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            channel.write(ByteBuffer.allocate(PAGE * PAGES), 0);
            channel.force(true);
            for (int i = 0; i < WRITES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE), (long) i % PAGES * PAGE);
                channel.force(false);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Samples.of(millis);
    }
}
