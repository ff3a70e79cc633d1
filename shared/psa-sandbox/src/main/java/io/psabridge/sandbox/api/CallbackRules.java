package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Row;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Registrations of callbacks: what may be registered, and only once. */
final class CallbackRules implements Rules {

    private static final Map<String, Set<String>> LEVELS =
            Map.ofEntries(
                    Map.entry(
                            "ticket",
                            Set.of(
                                    "owner",
                                    "board",
                                    "project",
                                    "phase",
                                    "status",
                                    "ticket",
                                    "integratortag")),
                    Map.entry(
                            "company",
                            Set.of(
                                    "owner",
                                    "status",
                                    "type",
                                    "territory",
                                    "company",
                                    "integratortag")),
                    Map.entry("member", Set.of("owner", "location", "securityrole", "member")),
                    Map.entry("contact", Set.of("owner", "contact", "company", "integratortag")),
                    Map.entry("activity", Set.of("owner", "activity")),
                    Map.entry("agreement", Set.of("owner", "agreement")),
                    Map.entry("configuration", Set.of("owner", "configuration")),
                    Map.entry("invoice", Set.of("owner", "invoice")),
                    Map.entry("expense", Set.of("owner", "expense")),
                    Map.entry("opportunity", Set.of("owner", "opportunity")),
                    Map.entry("productcatalog", Set.of("owner", "productcatalog")),
                    Map.entry("project", Set.of("owner", "project")),
                    Map.entry("purchaseorder", Set.of("owner", "purchaseorder")),
                    Map.entry("schedule", Set.of("owner", "schedule")),
                    Map.entry("time", Set.of("owner", "time")));

    @Override
    public void received(Draft draft) {
        String refused = draft.site().choice(Switch.REFUSED_CALLBACKS);
        if (Arrays.asList(refused.split(",", -1)).contains(lower(draft, "type"))
                && !refused.isEmpty()) {
            throw Refusal.security();
        }
    }

    @Override
    public void fill(Draft draft) {
        draft.members().put("memberId", draft.key().memberId());
        draft.fill("payloadVersion", "3.0.0");
        draft.fill("inactiveFlag", false);
        draft.fill("isSoapCallbackFlag", false);
        draft.fill("isSelfSuppressedFlag", false);
        String seed = draft.site().id() + draft.members().get("url");
        draft.fill(
                "connectWiseID",
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public void check(Draft draft) {
        if (!isUrl(Records.text(draft.members(), "url"))) {
            draft.errors().add("InvalidField", "Invalid URL", "url");
        }
        Set<String> levels = LEVELS.get(lower(draft, "type"));
        if (levels == null) {
            draft.errors()
                    .add(
                            "InvalidObject",
                            "Unrecognized type, see documentation for supported types",
                            "type");
        } else if (!levels.contains(lower(draft, "level"))) {
            draft.errors()
                    .add(
                            "InvalidObject",
                            "Unrecognized level for type, see documentation for supported levels for each type",
                            "level");
        }
        Row before = draft.before();
        Row same =
                Records.first(
                        draft.site().table(draft.kind().table()),
                        entry ->
                                (before == null || before.id() != Records.number(entry, "id"))
                                        && equal(draft, entry, "type")
                                        && equal(draft, entry, "level")
                                        && equal(draft, entry, "url")
                                        && equal(draft, entry, "objectId"));
        if (same != null) {
            draft.errors()
                    .add("ObjectExists", "A matching callback entry already exists", "objectId");
        }
    }

    private static boolean equal(Draft draft, Map<String, Object> entry, String member) {
        return String.valueOf(entry.get(member))
                .equalsIgnoreCase(String.valueOf(draft.members().get(member)));
    }

    private static String lower(Draft draft, String member) {
        return Records.text(draft.members(), member).toLowerCase(Locale.ROOT);
    }

    private static boolean isUrl(String url) {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            return false;
        }
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
