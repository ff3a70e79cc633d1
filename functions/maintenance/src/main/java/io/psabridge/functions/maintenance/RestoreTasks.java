package io.psabridge.functions.maintenance;

import io.micronaut.context.BeanContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.DeletedConnection;
import io.psabridge.core.connection.DeletedConnections;
import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.RequestCheck;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept outside the database for the day a backup comes back, and what is done then. */
final class RestoreTasks {

    private static final int LONGEST = 200;

    private RestoreTasks() {}

    static Object deletedConnections(BeanContext context, Members request) {
        return context.getBean(DeletedConnections.class).all().stream()
                .map(RestoreTasks::view)
                .toList();
    }

    /** Before anything serves. */
    static Object afterRestore(BeanContext context, Members request) {
        List<DeletedConnection> gone =
                request.objects("deleted").stream().map(RestoreTasks::read).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("task", "after-restore");
        answer.put("deletedAgain", context.getBean(DeletedConnections.class).deleteAgain(gone));
        answer.put("changed", context.getBean(TenantTasks.class).afterRestore());
        return answer;
    }

    private static Map<String, Object> view(DeletedConnection one) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("tenantId", one.tenant().value());
        view.put("connectionId", one.connection().value());
        view.put("deletedAt", one.deletedAt().toString());
        return view;
    }

    private static DeletedConnection read(Members one) {
        one.allow(Set.of("tenantId", "connectionId", "deletedAt"));
        RequestCheck check = new RequestCheck();
        String tenant = check.text("deleted.tenantId", one.text("tenantId"), LONGEST);
        String connection = check.text("deleted.connectionId", one.text("connectionId"), LONGEST);
        String at = check.text("deleted.deletedAt", one.text("deletedAt"), LONGEST);
        check.verify();
        return new DeletedConnection(
                Problem.checked("deleted.tenantId", () -> new TenantId(tenant)),
                new ConnectionId(connection),
                time(at));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("deleted.deletedAt", "is no time such as 2026-01-31T12:00:00Z");
        }
    }
}
