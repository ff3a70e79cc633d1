package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.data.Models;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record and what the endpoints need to know of it.
 *
 * @param label how a missing one is called in messages
 * @param resource how its errors call it
 * @param item the role item that opens it, or null
 * @param lookup whether it is one of the lists that a switch can open to everybody
 * @param parent the member that holds the id of the record it belongs to, or null
 */
record Kind(
        String table,
        Model model,
        String label,
        String resource,
        @Nullable RoleItem item,
        boolean lookup,
        @Nullable String parent,
        Rules rules) {

    static Kind of(String table, String model, String label, @Nullable RoleItem item) {
        String resource = Character.toLowerCase(model.charAt(0)) + model.substring(1);
        return new Kind(table, Models.of(model), label, resource, item, false, null, Rules.NONE);
    }

    static Kind lookup(String table, String model, String label) {
        Kind kind = of(table, model, label, RoleItem.TABLE_SETUP);
        return new Kind(table, kind.model, label, kind.resource, kind.item, true, null, Rules.NONE);
    }

    Kind under(String parentMember) {
        return new Kind(table, model, label, resource, item, lookup, parentMember, rules);
    }

    Kind ruledBy(Rules other) {
        return new Kind(table, model, label, resource, item, lookup, parent, other);
    }
}
