package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What roles allow, function by function. */
final class Security {

    Answer mine(Call call) {
        refuseWhereSwitchedOff(call);
        List<Map<String, Object>> rows = rows(call.key().rights());
        for (Map<String, Object> row : rows) {
            row.put("member", References.to(call.site(), "MemberReference", call.key().memberId()));
        }
        return Computed.list(call, rows);
    }

    Answer customised(Call call) {
        refuseWhereSwitchedOff(call);
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "SystemTableSetup", "Service / Service Board");
        add(rows, "SystemTableSetup", "Service / Priority");
        add(rows, "ServiceResourceScheduling", "Service");
        return Computed.list(call, rows);
    }

    /** The sandbox has one role a member: the settings of a role are those of who asks. */
    Answer settings(Call call) {
        return Computed.list(call, rows(call.key().rights()));
    }

    private static void refuseWhereSwitchedOff(Call call) {
        switch (call.site().choice(Switch.MY_SECURITY)) {
            case "403" -> throw Refusal.security();
            case "404" -> throw Refusal.noEndpoint();
            default -> {}
        }
    }

    private static void add(List<Map<String, Object>> rows, String customised, String item) {
        rows.add(
                Json.object(
                        "id",
                        rows.size() + 1L,
                        "customizeIdentifier",
                        customised,
                        "itemIdentifier",
                        item));
    }

    private static List<Map<String, Object>> rows(Rights rights) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RoleItem item : rights.items()) {
            long number = rows.size() + 1L;
            rows.add(
                    Json.object(
                            "id", number,
                            "addLevel", rights.level(item, Action.ADD).wireName(),
                            "editLevel", rights.level(item, Action.EDIT).wireName(),
                            "deleteLevel", rights.level(item, Action.DELETE).wireName(),
                            "inquireLevel", rights.level(item, Action.INQUIRE).wireName(),
                            "moduleFunctionName", item.function(),
                            "moduleFunctionDescription", "",
                            "myAllFlag", item != RoleItem.TABLE_SETUP,
                            "moduleFunctionIdentifier", item.functionIdentifier(),
                            "reportFlag", false,
                            "restrictFlag", false,
                            "customFlag", item.customised(),
                            "moduleDescription", "",
                            "moduleIdentifier", item.moduleIdentifier(),
                            "moduleName", item.module(),
                            "sortOrder", number));
        }
        return rows;
    }
}
