package io.psabridge.core.key;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.KeyWrapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and makes our own keys. The wrapper is never called inside a transaction. */
@Singleton
final class SealedKeys {

    private final TenantTransactions transactions;
    private final TokenKeys keys;
    private final KeyWrapper wrapper;

    SealedKeys(TenantTransactions transactions, TokenKeys keys, KeyWrapper wrapper) {
        this.transactions = transactions;
        this.keys = keys;
        this.wrapper = wrapper;
    }

    Optional<TokenKeyRow> find(String purpose, String kid) {
        return transactions.withoutTenant(() -> keys.find(purpose, kid));
    }

    /** The newest of its purpose; made by {@code maker} when there is none. */
    TokenKeyRow newest(String purpose, @Nullable Integer daysValid, Supplier<Fresh> maker) {
        return transactions
                .withoutTenant(() -> keys.newest(purpose))
                .orElseGet(() -> made(purpose, daysValid, maker.get()));
    }

    byte[] opened(String purpose, TokenKeyRow key) {
        return wrapper.unwrap(key.wrappedKey(), context(purpose, key.kid()));
    }

    private TokenKeyRow made(String purpose, @Nullable Integer daysValid, Fresh fresh) {
        byte[] wrapped = wrapper.wrap(fresh.privateKey(), context(purpose, fresh.kid()));
        return transactions.withoutTenant(() -> {
            keys.insert(
                    purpose, new TokenKeyRow(fresh.kid(), fresh.publicJwk(), wrapped), daysValid);
            return keys.newest(purpose).orElseThrow();
        });
    }

    static Map<String, String> context(String purpose, String kid) {
        return Map.of("purpose", purpose, "kid", kid);
    }

    /** A key that is not kept yet. */
    @SuppressWarnings("ArrayRecordComponent") // on its way into the wrapper
    record Fresh(String kid, @Nullable String publicJwk, byte[] privateKey) {

        @Override
        public String toString() {
            return "Fresh[" + kid + "]";
        }
    }
}
