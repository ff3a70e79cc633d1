package io.psabridge.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured. */
record Machine(
        String processor, int cores, long memoryGib, String system, String jdk, String load) {

    private static final long KIB_PER_GIB = 1024 * 1024;

    static Machine here() {
        return new Machine(
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(
                        Double.parseDouble(value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                / KIB_PER_GIB),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version")
                        + " ("
                        + System.getProperty("java.runtime.version")
                        + ")",
                read("/proc/loadavg").split(" ", 2)[0]);
    }

    private static String value(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
