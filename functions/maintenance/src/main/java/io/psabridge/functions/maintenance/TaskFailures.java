package io.psabridge.functions.maintenance;

import io.psabridge.core.migration.MigrationException;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyUnavailableException;
import io.psabridge.platform.web.Problem;
import java.util.stream.Collectors;

/** What a person is told when a task fails. */
final class TaskFailures {

    private TaskFailures() {}

    /** The failure itself when there is nothing to say about it. */
    static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TaskException told -> {
                    return told;
                }
                case ConfigurationException wrong -> {
                    return wrong;
                }
                case Problem problem -> {
                    return new TaskException(line(problem), problem);
                }
                case KeyUnavailableException away -> {
                    return new TaskException(String.valueOf(away.getMessage()), away);
                }
                case KeyRefusedException refused -> {
                    return new TaskException(String.valueOf(refused.getMessage()), refused);
                }
                case MigrationException migration -> {
                    return new TaskException(String.valueOf(migration.getMessage()), migration);
                }
                default -> {}
            }
        }
        return failure;
    }

    /** All that is wrong when fields are, else what happened; and what to do. */
    private static String line(Problem problem) {
        String fields =
                problem.errors().stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; "));
        return problem.code().wireName()
                + ": "
                + (fields.isEmpty() ? problem.detail() : fields)
                + problem.fix().map(fix -> " " + fix).orElse("");
    }
}
