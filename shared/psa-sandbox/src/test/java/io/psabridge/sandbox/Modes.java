package io.psabridge.sandbox;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sets the mode that a transcript names in words. */
final class Modes {

    /** What is done to the sandbox before a transcript is played. */
    private interface Mode {
        void set(ConnectWiseSandbox sandbox, SandboxCompany company);
    }

    private static final Map<String, Mode> MODES = modes();

    private Modes() {}

    static void set(Transcript transcript, ConnectWiseSandbox sandbox, SandboxCompany company) {
        Mode mode = MODES.get(transcript.name());
        if (mode != null) {
            mode.set(sandbox, company);
        }
    }

    private static Map<String, Mode> modes() {
        Map<String, Mode> modes = new HashMap<>();
        sign(modes);
        conditions(modes);
        discovery(modes);
        members(modes);
        notes(modes);
        paging(modes);
        tickets(modes);
        return modes;
    }

    private static void sign(Map<String, Mode> modes) {
        modes.put(
                "auth-accept-version",
                (sandbox, company) -> {
                    company.set(Switch.MEDIA_TYPE, "vendor").release(Release.cloud("2026.4"));
                    company.remove(Tables.PRIORITIES, 2);
                });
        choose(
                modes,
                "auth-missing-clientid-cannot-route-400",
                Switch.MISSING_CLIENT_ID,
                "cannot-route-400");
        choose(
                modes,
                "auth-missing-clientid-cannot-route-401",
                Switch.MISSING_CLIENT_ID,
                "cannot-route-401");
        modes.put(
                "auth-system-info-is-no-proof",
                (sandbox, company) ->
                        company.set(Switch.SYSTEM_INFO, "open")
                                .release(
                                        new Release(
                                                "v4_6_release/",
                                                "v2026.1",
                                                "v4.6.112233",
                                                "v2026.1.112233",
                                                "2026.1",
                                                false)));
        modes.put(
                "auth-wrong-keys-401-usernotauthenticated",
                (sandbox, company) ->
                        company.put(Tables.API_MEMBERS, 301, Json.object("inactiveFlag", true)));
        choose(modes, "auth-wrong-keys-404", Switch.BAD_KEYS, "404");
        modes.put(
                "callbacks-register-forbidden",
                (sandbox, company) ->
                        company.set(Switch.REFUSED_CALLBACKS, "member").clear(Tables.CALLBACKS));
        modes.put(
                "callbacks-register-exists",
                (sandbox, company) ->
                        company.put(Tables.CALLBACKS, 26_552, Json.object("inactiveFlag", false)));
        modes.put(
                "callbacks-register-invalid",
                (sandbox, company) -> company.clear(Tables.CALLBACKS));
        modes.put("security-my-security", (sandbox, company) -> company.rights(leastRights()));
        modes.put(
                "security-role-settings",
                (sandbox, company) -> {
                    company.rights(
                            leastRights().with(RoleItem.SECURITY_ROLES, Action.INQUIRE, Level.ALL));
                    company.put(Tables.SECURITY_ROLES, 46, Json.object("name", "PSA Bridge least"));
                });
        choose(modes, "security-my-security-forbidden", Switch.MY_SECURITY, "403");
    }

    private static Rights leastRights() {
        Rights rights = Rights.nothing();
        for (Object each : Json.asList(Transcript.named("security-my-security").answer(0))) {
            Map<String, Object> row = Json.asObject(each);
            RoleItem item =
                    RoleItem.of(row.get("moduleName") + " / " + row.get("moduleFunctionName"));
            for (Action action : Action.values()) {
                String member = action.name().toLowerCase(Locale.ROOT) + "Level";
                rights = rights.with(item, action, Level.of(String.valueOf(row.get(member))));
            }
        }
        return rights;
    }

    private static void conditions(Map<String, Mode> modes) {
        choose(modes, "conditions-text-percent-wildcard", Switch.PERCENT, "wildcard");
        choose(modes, "conditions-text-quote-escape-honoured", Switch.BACKSLASH, "escape");
        choose(modes, "conditions-updated-since-date-only", Switch.DATES, "dates-only");
        choose(modes, "conditions-long-post-search-201", Switch.SEARCH_STATUS, "201");
        choose(modes, "errors-500-timeout", Switch.SLOW_QUERIES, "timeout");
    }

    private static void discovery(Map<String, Mode> modes) {
        choose(modes, "discovery-known-with-siteurl", Switch.SITE_URL, "told");
        choose(modes, "discovery-wrong-host-html", Switch.WEB_HOST, "html");
        modes.put(
                "discovery-self-hosted",
                (sandbox, company) ->
                        company.release(
                                new Release(
                                        "v4_6_release/",
                                        "v2025.1",
                                        "v4.6.98765",
                                        "v2025.1.98765",
                                        "2025.1",
                                        false)));
    }

    private static void members(Map<String, Mode> modes) {
        choose(modes, "members-api-members", Switch.API_MEMBERS, "listed");
        modes.put(
                "members-empty-for-missing-right",
                (sandbox, company) ->
                        company.set(Switch.MISSING_INQUIRE, "empty")
                                .allow(RoleItem.MEMBER_MAINTENANCE, Action.INQUIRE, Level.NONE));
        modes.put(
                "members-without-right",
                (sandbox, company) ->
                        company.remove(Tables.MEMBERS, 115)
                                .remove(Tables.MEMBERS, 116)
                                .remove(Tables.MEMBERS, 117));
        modes.put(
                "members-moved-between-pages",
                (sandbox, company) ->
                        sandbox.order(
                                Fault.changeAfter(
                                                RecordChange.set(
                                                        Tables.MEMBERS,
                                                        115,
                                                        Json.object("inactiveFlag", true)))
                                        .on("GET", "/system/members")));
    }

    private static void notes(Map<String, Mode> modes) {
        choose(modes, "notes-text-newlines-flattened", Switch.NEWLINES, "flattened");
        choose(modes, "notes-text-normalised", Switch.NOTE_TEXT, "normalised");
        modes.put(
                "notes-list-allnotes",
                (sandbox, company) -> {
                    List<Object> all =
                            Json.asList(Transcript.named("notes-list-allnotes").answer(0));
                    company.clear(Tables.NOTES).clear(Tables.TIME_ENTRIES);
                    company.put(
                            Tables.TICKETS,
                            48_199,
                            Json.object(
                                    "summary",
                                    "Half a page",
                                    "mergedParentTicket",
                                    Json.object("id", 48_213L)));
                    for (Object each : all) {
                        loadShownNote(company, Json.asObject(each));
                    }
                });
        modes.put(
                "errors-409-conflict",
                (sandbox, company) ->
                        company.put(
                                "ticket/configurations", 48_213, Json.object("ids", List.of(77L))));
    }

    private static void loadShownNote(SandboxCompany company, Map<String, Object> shown) {
        long id = (Long) Objects.requireNonNull(shown.get("id"));
        Map<String, Object> record = Json.object("notes", shown.getOrDefault("text", ""));
        record.putAll(shown);
        record.put("ticketId", Boolean.TRUE.equals(shown.get("mergedFlag")) ? 48_199L : 48_213L);
        if (Objects.equals(shown.get("noteType"), "TimeEntryNote")) {
            record.put("chargeToId", 48_213L);
            record.put("addToInternalAnalysisFlag", true);
            company.put(Tables.TIME_ENTRIES, id, record);
        } else {
            record.put("createdBy", "tferro");
            company.put(Tables.NOTES, id, record);
        }
    }

    private static void paging(Map<String, Mode> modes) {
        choose(modes, "paging-forward-only-unsupported-silent", Switch.FORWARD_ONLY, "ignored");
        modes.put(
                "paging-forward-only-unsupported-error",
                (sandbox, company) ->
                        company.set(Switch.FORWARD_ONLY, "refused")
                                .remove(Tables.SECURITY_ROLES, 46));
        modes.put(
                "paging-page-size-over-max-400",
                (sandbox, company) -> {
                    company.set(Switch.PAGE_SIZE, "refuse-100");
                    for (long id = 251; id <= 254; id++) {
                        company.remove(Tables.COMPANIES, id);
                    }
                });
        modes.put(
                "paging-row-moves-between-pages",
                (sandbox, company) -> {
                    sandbox.order(
                            Fault.changeAfter(
                                            RecordChange.set(
                                                    Tables.TICKETS,
                                                    48_202,
                                                    Json.object("closedFlag", true)))
                                    .on("GET", "/service/tickets"));
                });
        modes.put(
                "paging-short-page-in-the-middle",
                (sandbox, company) ->
                        sandbox.order(
                                Fault.of(new FaultEffect.ShortPage(1))
                                        .on("GET", "/service/tickets")
                                        .afterSkipping(1)));
        modes.put(
                "paging-link-other-host",
                (sandbox, company) -> {
                    company.set(Switch.LINK_ORIGIN, "http://cw-app-02.inner.example");
                    company.remove(Tables.COMPANIES, 252).remove(Tables.COMPANIES, 253);
                    sandbox.order(
                            Fault.changeAfter(RecordChange.remove(Tables.COMPANIES, 251))
                                    .on("GET", "/company/companies"));
                });
        modes.put(
                "paging-page-size-over-max-capped",
                (sandbox, company) -> {
                    for (long id = 48_201; id < 48_201 + 1_203; id++) {
                        company.put(
                                Tables.TICKETS, id, Json.object("board", Json.object("id", 21L)));
                    }
                });
    }

    private static void tickets(Map<String, Mode> modes) {
        choose(modes, "tickets-get-empty-references", Switch.UNSET_REFERENCES, "empty");
        choose(modes, "tickets-get-nulls-and-scripts", Switch.UNSET_REFERENCES, "null");
        choose(modes, "tickets-patch-subpath-no-effect", Switch.SUB_PATHS, "no-effect");
        choose(modes, "tickets-patch-closed-ticket", Switch.CLOSED_TICKETS, "close-right");
        modes.put(
                "tickets-patch-whole-record-validation",
                (sandbox, company) ->
                        company.set(Switch.WHOLE_RECORD, "on")
                                .put(
                                        Tables.TICKETS,
                                        48_213,
                                        Json.object("contactEmailAddress", "x".repeat(260))));
        modes.put(
                "tickets-create-board-requires-type",
                (sandbox, company) -> company.demand(21, Set.of("type")));
        modes.put(
                "statuses-undone-by-workflow",
                (sandbox, company) -> company.workflow(new WorkflowRule(21, 512, 511)));
        modes.put(
                "tickets-documents-list",
                (sandbox, company) ->
                        company.put(
                                "document/owners",
                                5_501,
                                Json.object("recordType", "Ticket", "recordId", 48_213L)));
    }

    private static void choose(
            Map<String, Mode> modes, String transcript, Switch which, String choice) {
        modes.put(transcript, (sandbox, company) -> company.set(which, choice));
    }
}
