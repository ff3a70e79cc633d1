package io.psabridge.core.key;

import io.psabridge.platform.db.Sql;
import jakarta.inject.Singleton;
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
}
