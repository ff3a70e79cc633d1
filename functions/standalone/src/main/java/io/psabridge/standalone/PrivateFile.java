package io.psabridge.standalone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A small text that only this user may read, written whole or not at all. */
record PrivateFile(Path directory, String name) {

    /** What the file holds; what {@code first} makes is kept when there is no file yet. */
    String readOrCreate(Supplier<String> first) {
        Path path = directory.resolve(name);
        try {
            if (!Files.exists(path)) {
                write(path, first.get());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be used: " + reason(e), e);
        }
    }

    /** What the file holds; empty when there is none. */
    Optional<String> read() {
        return Files.exists(directory.resolve(name))
                ? Optional.of(readOrCreate(() -> ""))
                : Optional.empty();
    }

    private void write(Path path, String text) throws IOException {
        Path next = directory.resolve(name + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next, Set.of(CREATE_NEW, WRITE), onlyUser())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, path, ATOMIC_MOVE);
    }

    private FileAttribute<?>[] onlyUser() throws IOException {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        return hasPermissions(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean hasPermissions(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** What a file system says went wrong, without the path that it repeats. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
