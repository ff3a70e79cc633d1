package io.psabridge.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux says that processes used. */
final class Usage {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_MS = 0.1; // USER_HZ is 100 on every Linux
    private static final double KIB_PER_MIB = 1024;

    private Usage() {}

    /** Processor time of the process itself, in user and kernel, in milliseconds. */
    static double cpuMillis(long pid) {
        return stat(pid).map(stat -> ticks(stat, 11) + ticks(stat, 12)).orElse(0.0) / TICKS_PER_MS;
    }

    /** The same of a process, its children, and those that have ended. */
    static double treeCpuMillis(long pid) {
        double own =
                stat(pid)
                                .map(stat ->
                                        ticks(stat, 11)
                                                + ticks(stat, 12)
                                                + ticks(stat, 13)
                                                + ticks(stat, 14))
                                .orElse(0.0)
                        / TICKS_PER_MS;
        return own + children(pid).stream().mapToDouble(Usage::cpuMillis).sum();
    }

    /** Resident memory in MiB. */
    static double residentMib(long pid) {
        return field(pid, "status", "VmRSS:");
    }

    /** The most that was ever resident, in MiB. */
    static double peakMib(long pid) {
        return field(pid, "status", "VmHWM:");
    }

    /** The memory of a process and its children, what they share counted once, in MiB. */
    static double treeMib(long pid) {
        return field(pid, "smaps_rollup", "Pss:")
                + children(pid).stream().mapToDouble(it -> field(it, "smaps_rollup", "Pss:")).sum();
    }

    private static List<Long> children(long pid) {
        try (Stream<Path> all = Files.list(PROC)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(one ->
                            stat(one).filter(stat -> (long) ticks(stat, 1) == pid).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields from the third on: the name before them may hold spaces. */
    private static Optional<String[]> stat(long pid) {
        return read(pid, "stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1));
    }

    private static double ticks(String[] stat, int field) {
        return Double.parseDouble(stat[field]);
    }

    private static double field(long pid, String file, String name) {
        return read(pid, file)
                .flatMap(text -> text.lines().filter(line -> line.startsWith(name)).findFirst())
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .orElse(0.0);
    }

    /** Empty when the process has ended. */
    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(PROC.resolve(Long.toString(pid)).resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (!Files.exists(PROC.resolve(Long.toString(pid)))) {
                return Optional.empty();
            }
            throw new UncheckedIOException(e);
        }
    }
}
