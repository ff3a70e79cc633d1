package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets: defaults, statuses of the right board, what closing means, first notes. */
final class TicketRules implements Rules {

    private static final Map<String, String> OF_BOARD =
            Map.of(
                    "type",
                    "ServiceTypeReference",
                    "subType",
                    "ServiceSubTypeReference",
                    "item",
                    "ServiceItemReference",
                    "team",
                    "ServiceTeamReference");

    private final String recordType;
    private final CallbackSender callbacks;

    TicketRules(String recordType, CallbackSender callbacks) {
        this.recordType = recordType;
        this.callbacks = callbacks;
    }

    @Override
    public void fill(Draft draft) {
        TicketDefaults.fill(draft, recordType);
        for (String name : draft.site().demanded(draft.reference("board"))) {
            if (!draft.has(name)) {
                draft.errors().missing(name);
            }
        }
    }

    @Override
    public void check(Draft draft) {
        boolean moved = draft.before() != null && draft.changed().contains("board");
        if (moved) {
            checkStatusOfNewBoard(draft);
            dropWhatTheNewBoardLacks(draft);
        }
        if (draft.changed().contains("contact")) {
            TicketDefaults.takeContact(draft);
        }
        if (draft.changed().contains("owner") && draft.has("owner")) {
            draft.members().put("resources", Resources.with(draft));
        }
        computeClosed(draft);
    }

    @Override
    public void saved(Draft draft, Row row) {
        boolean created = draft.before() == null;
        if (created) {
            FirstNotes.write(draft, row);
        }
        callbacks.changed(draft.key(), "ticket", created ? "added" : "updated", row);
        if (draft.changed().contains("status") || created) {
            followWorkflow(draft, row);
        }
    }

    @Override
    public void removed(Call call, Row row) {
        callbacks.changed(call.key(), "ticket", "deleted", row);
    }

    private static void checkStatusOfNewBoard(Draft draft) {
        if (!draft.changed().contains("status") && draft.has("status")) {
            Map<String, Object> status = Json.object("id", draft.reference("status"));
            long board = draft.reference("board");
            if (References.expand(draft.site(), "ServiceStatusReference", status, board) == null) {
                References.refuse(
                        draft.errors(), "ServiceStatusReference", "status", status, board);
            }
        }
    }

    private static void dropWhatTheNewBoardLacks(Draft draft) {
        long board = draft.reference("board");
        OF_BOARD.forEach((member, model) -> {
            Map<String, Object> stored = Json.object("id", draft.reference(member));
            if (draft.has(member)
                    && !draft.changed().contains(member)
                    && References.expand(draft.site(), model, stored, board) == null) {
                draft.members().remove(member);
            }
        });
    }

    private void computeClosed(Draft draft) {
        Row before = draft.before();
        boolean wasClosed = before != null && Records.flag(before.members(), "closedFlag");
        Row status = draft.site().table(Tables.STATUSES).get(draft.reference("status"));
        boolean closed = status != null && Records.flag(status.members(), "closedStatus");
        boolean guarded = wasClosed && draft.site().is(Switch.CLOSED_TICKETS, "close-right");
        if ((closed && !wasClosed) || guarded) {
            Access.require(draft.call(), RoleItem.CLOSE_SERVICE_TICKETS, Action.EDIT);
        }
        draft.members().put("closedFlag", closed);
        if (closed && !wasClosed) {
            draft.members().put("closedDate", draft.site().now());
            draft.members().put("closedBy", draft.key().identifier());
        } else if (!closed) {
            draft.members().remove("closedDate");
            draft.members().remove("closedBy");
        }
    }

    private static void followWorkflow(Draft draft, Row row) {
        Site site = draft.site();
        WorkflowRule rule = ruleFor(site, row.members());
        if (rule == null) {
            return;
        }
        Map<String, Object> status =
                References.to(site, "ServiceStatusReference", rule.thenStatus());
        Row target = site.table(Tables.STATUSES).get(rule.thenStatus());
        boolean closed = target != null && Records.flag(target.members(), "closedStatus");
        Map<String, Object> info =
                new LinkedHashMap<>(Json.asObject(row.members().getOrDefault("_info", Map.of())));
        info.put("lastUpdated", Site.stamp(site.clock().now().plusSeconds(1)));
        Map<String, Object> set =
                Json.object("status", status, "closedFlag", closed, "_info", info);
        set.put("closedDate", closed ? site.now() : Json.NULL);
        set.put("closedBy", closed ? "WorkflowRule" : Json.NULL);
        site.apply(RecordChange.set(draft.kind().table(), row.id(), set));
    }

    private static @Nullable WorkflowRule ruleFor(Site site, Map<String, Object> ticket) {
        for (WorkflowRule rule : site.rules()) {
            if (rule.boardId() == Records.referenceId(ticket, "board")
                    && rule.whenStatus() == Records.referenceId(ticket, "status")) {
                return rule;
            }
        }
        return null;
    }
}
