package io.psabridge.functions.maintenance;

import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.platform.config.BridgeSettings;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tasks that an operator or a deployment runs. Each may run again. */
public final class MaintenanceTask {

    static final String MIGRATE = "migrate";

    private static final Map<String, Task> TASKS =
            Map.of(
                    MIGRATE,
                    new MigrateTask(),
                    "rewrap",
                    new ServiceTask(Set.of(), RewrapTask::run),
                    "purge",
                    new ServiceTask(
                            Set.of(),
                            (context, request) ->
                                    Map.of(
                                            "task",
                                            "purge",
                                            "removed",
                                            context.getBean(TenantTasks.class).purge())),
                    "import",
                    new ServiceTask(ImportTask.MEMBERS, ImportTask::run),
                    "deleted-connections",
                    new ServiceTask(Set.of(), RestoreTasks::deletedConnections),
                    "after-restore",
                    new ServiceTask(Set.of("deleted"), RestoreTasks::afterRestore));

    private MaintenanceTask() {}

    /**
     * Does what {@code request} asks for, {@code migrate} when it names no task. Fails with {@link
     * TaskException} when there is something to say about why it could not.
     *
     * @return what is answered as JSON
     */
    public static Object run(BridgeSettings settings, Map<String, Object> request) {
        Map<String, Object> members = new TreeMap<>(request);
        Object name = members.remove("task");
        Task task = TASKS.get(name == null ? MIGRATE : String.valueOf(name));
        if (task == null) {
            throw new TaskException(
                    "There is no such task; there are " + new TreeSet<>(TASKS.keySet()));
        }
        Members rest = new Members(members);
        rest.allow(task.members());
        try {
            return task.run(settings, rest);
        } catch (RuntimeException e) {
            throw TaskFailures.of(e);
        }
    }
}
