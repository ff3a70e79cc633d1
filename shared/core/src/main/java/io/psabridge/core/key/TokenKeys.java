package io.psabridge.core.key;

import io.psabridge.platform.db.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code token_key}: our own keys, which belong to no tenant. Runs in its caller's
 * transaction.
 */
@Singleton
final class TokenKeys {

    private final Sql sql;

    TokenKeys(Sql sql) {
        this.sql = sql;
    }

    Optional<TokenKeyRow> find(String purpose, String kid) {
        return sql.first(
                row ->
                        new TokenKeyRow(
                                row.text("kid"),
                                row.textOrNull("public_jwk"),
                                row.bytes("wrapped_private_key")),
                "SELECT kid, public_jwk, wrapped_private_key FROM token_key WHERE purpose = ? AND kid = ?"
                        + " AND (not_after IS NULL OR not_after > psa_bridge_now())",
                purpose,
                kid);
    }

    /** The newest that is still good for another day. */
    Optional<TokenKeyRow> newest(String purpose) {
        return sql.first(
                row ->
                        new TokenKeyRow(
                                row.text("kid"),
                                row.textOrNull("public_jwk"),
                                row.bytes("wrapped_private_key")),
                "SELECT kid, public_jwk, wrapped_private_key FROM token_key WHERE purpose = ?"
                        + " AND (not_after IS NULL OR not_after > psa_bridge_now() + interval '1 day')"
                        + " ORDER BY created_at DESC LIMIT 1",
                purpose);
    }

    /** A second cursor key is left out: there is one. */
    void insert(String purpose, TokenKeyRow key, @Nullable Integer daysValid) {
        sql.update(
                "INSERT INTO token_key (kid, purpose, public_jwk, wrapped_private_key, not_after)"
                        + " VALUES (?, ?, ?, ?, psa_bridge_now() + make_interval(days => ?)) ON CONFLICT DO NOTHING",
                key.kid(),
                purpose,
                key.publicJwk(),
                key.wrappedKey(),
                daysValid);
    }

    /**
     * All of them, expired ones too, in the order of their ids, from the first after {@code last}.
     */
    List<WrappedKey> after(String last, int limit) {
        return sql.list(
                row ->
                        new WrappedKey(
                                row.text("kid"),
                                row.bytes("wrapped_private_key"),
                                SealedKeys.context(row.text("purpose"), row.text("kid"))),
                "SELECT kid, purpose, wrapped_private_key FROM token_key WHERE kid > ?"
                        + " ORDER BY kid LIMIT ?",
                last,
                limit);
    }

    /** Nothing happens, and false is the answer, when the key is not {@code old} any more. */
    boolean replace(WrappedKey old, byte[] wrapped) {
        return sql.update(
                        "UPDATE token_key SET wrapped_private_key = ? WHERE kid = ?"
                                + " AND wrapped_private_key = ?",
                        wrapped,
                        old.id(),
                        old.wrapped())
                == 1;
    }
}
