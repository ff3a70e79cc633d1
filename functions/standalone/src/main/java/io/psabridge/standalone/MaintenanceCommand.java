package io.psabridge.standalone;

import com.fasterxml.jackson.jr.ob.JSON;
import io.psabridge.functions.maintenance.MaintenanceTask;
import io.psabridge.functions.maintenance.TaskException;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code maintenance <task>}, with the task's other members as JSON on stdin, and its answer on
 * stdout.
 */
final class MaintenanceCommand {

    static final String NAME = "maintenance";

    private MaintenanceCommand() {}

    /**
     * Works on the data directory, which nobody else may use meanwhile, or on a PostgreSQL of one's
     * own.
     */
    static void run(
            List<String> arguments,
            Map<String, String> environment,
            Lifetime lifetime,
            InputStream in,
            PrintStream out)
            throws IOException {
        if (arguments.size() != 2) {
            throw new ConfigurationException("Usage: java -jar psa-bridge.jar maintenance <task>");
        }
        Map<String, Object> request = new TreeMap<>(members(in));
        request.put("task", arguments.get(1));
        Map<String, String> variables = new TreeMap<>(environment);
        BridgeSettings settings = BridgeSettings.from(variables);
        if (settings.databaseUrl().isEmpty()) {
            Home home = lifetime.add(Home.open(settings.home()));
            LocalDatabase.fill(variables, settings, home, lifetime);
            LocalKeys.fill(variables, settings, home.secret(LocalKeys.FILE));
        } else {
            LocalKeys.find(variables, settings, new PrivateFile(settings.home(), LocalKeys.FILE));
        }
        out.println(
                JSON.std.asString(MaintenanceTask.run(BridgeSettings.from(variables), request)));
        out.flush();
    }

    private static Map<String, Object> members(InputStream in) throws IOException {
        String text =
                Terminal.isThere() ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        try {
            return text.isBlank() ? Map.of() : JSON.std.mapFrom(text);
        } catch (IOException e) {
            // without the cause: its message quotes the text
            throw new TaskException("What came on stdin is no JSON object");
        }
    }
}
