package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;

/** Companies: one identifier each. */
final class CompanyRules implements Rules {

    private final CallbackSender callbacks;

    CompanyRules(CallbackSender callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void fill(Draft draft) {
        draft.fill("deletedFlag", false);
        Row status =
                Records.first(
                        draft.site().table(Tables.COMPANY_STATUSES),
                        record -> Records.flag(record, "defaultFlag"));
        if (status != null) {
            draft.fill(
                    "status", References.to(draft.site(), "CompanyStatusReference", status.id()));
        }
    }

    @Override
    public void check(Draft draft) {
        String identifier = Records.text(draft.members(), "identifier");
        Row before = draft.before();
        Row same =
                Records.first(
                        draft.site().table(draft.kind().table()),
                        record ->
                                Records.text(record, "identifier").equalsIgnoreCase(identifier)
                                        && (before == null
                                                || Records.number(record, "id") != before.id()));
        if (same != null) {
            draft.errors()
                    .add(
                            "ObjectExists",
                            "A company with this identifier exists already.",
                            "identifier");
        }
    }

    @Override
    public void saved(Draft draft, Row row) {
        callbacks.changed(
                draft.key(), "company", draft.before() == null ? "added" : "updated", row);
    }
}
