package io.psabridge.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code maintenance <task>} of the built jar: JSON in, JSON and an exit code out. */
record MaintenanceRun(int exitCode, String out, String err) {

    static MaintenanceRun of(Path home, Map<String, String> variables, String task, String request)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("maintenance", ".err");
        try {
            Process process = start(home, variables, task, err);
            process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String out = process.inputReader().readAllAsString();
            return new MaintenanceRun(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    /** Only started: for who wants to end it himself. */
    static Process start(Path home, Map<String, String> variables, String task, Path err)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"));
        command.addAll(ClassArchive.options());
        command.addAll(List.of("-jar", "target/psa-bridge.jar", MaintenanceCommand.NAME, task));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("PSA_BRIDGE_HOME", home.toString());
        builder.environment().putAll(variables);
        return builder.start();
    }
}
