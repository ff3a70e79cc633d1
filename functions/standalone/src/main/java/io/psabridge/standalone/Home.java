package io.psabridge.standalone;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.psabridge.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The data directory: private to the user, and held by one process at a time. */
final class Home implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Makes the directory where needed; fails with {@link ConfigurationException} when it is in
     * use.
     */
    static Home open(Path directory) {
        try {
            Files.createDirectories(directory);
            makePrivate(directory);
            FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                channel.close();
                throw new ConfigurationException(
                        "Another PSA Bridge is running on "
                                + directory
                                + "; stop it, or set PSA_BRIDGE_HOME to another directory");
            }
            return new Home(directory, channel);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "PSA_BRIDGE_HOME " + directory + " cannot be used: " + PrivateFile.reason(e));
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        if (PrivateFile.hasPermissions(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path directory() {
        return directory;
    }

    /** A secret that is kept from start to start, made the first time. */
    PrivateFile secret(String name) {
        return new PrivateFile(directory, name);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
