package io.psabridge.platform.idempotency;

import io.micronaut.json.JsonMapper;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.platform.keys.TenantKeys;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The keys of a tenant's requests, over all processes, each for 24 hours. Holds no database
 * connection between its calls.
 */
@Singleton
final class IdempotencyKeys {

    private final TenantTransactions transactions;
    private final IdempotencyRepository rows;
    private final TenantKeys dataKeys;
    private final Sealer sealer;
    private final JsonMapper json;

    IdempotencyKeys(
            TenantTransactions transactions,
            IdempotencyRepository rows,
            TenantKeys dataKeys,
            Sealer sealer,
            JsonMapper json) {
        this.transactions = transactions;
        this.rows = rows;
        this.dataKeys = dataKeys;
        this.sealer = sealer;
        this.json = json;
    }

    /** Takes the key for at most 60 seconds, unless it is taken. */
    Claim claim(TenantId tenant, String key, Asked asked) {
        byte[] dataKey = dataKeys.of(tenant);
        Macs macs = new Macs(dataKey);
        byte[] keyMac = macs.of("key", key);
        byte[] requestMac = macs.of("request", asked.method(), asked.path(), asked.body());
        Attempt first = new Attempt(key, Attempt.freshId(), false);
        return transactions.in(
                tenant,
                () -> {
                    if (rows.begin(tenant, keyMac, requestMac, first.reservedId())) {
                        return new Claim.Granted(keyMac, first, 1);
                    }
                    KeyRow row = rows.get(tenant, keyMac);
                    if (!MessageDigest.isEqual(row.requestMac(), requestMac)) {
                        return new Claim.OtherRequest();
                    }
                    byte[] answer = row.answer();
                    if (answer != null) {
                        return new Claim.Answered(
                                read(sealer.open(dataKey, answer, owner(tenant, keyMac))));
                    }
                    if (row.leased()) {
                        return new Claim.InProgress();
                    }
                    rows.resume(tenant, keyMac);
                    return new Claim.Granted(
                            keyMac, new Attempt(key, row.reservedId(), true), row.attempt() + 1);
                });
    }

    /** Whoever comes with the key next gets this answer. */
    void finish(TenantId tenant, Claim.Granted claim, KeptAnswer answer) {
        byte[] sealed =
                sealer.seal(dataKeys.of(tenant), write(answer), owner(tenant, claim.keyMac()));
        transactions.run(tenant, () -> rows.finish(tenant, claim, sealed));
    }

    /** Whoever comes with the key next resumes. */
    void leaveUnknown(TenantId tenant, Claim.Granted claim) {
        transactions.run(tenant, () -> rows.leaveUnknown(tenant, claim));
    }

    /** The key is free. */
    void release(TenantId tenant, Claim.Granted claim) {
        transactions.run(tenant, () -> rows.release(tenant, claim));
    }

    private static byte[] owner(TenantId tenant, byte[] keyMac) {
        return (tenant.value() + "\0idempotency\0" + HexFormat.of().formatHex(keyMac))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] write(KeptAnswer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeptAnswer read(byte[] opened) {
        try {
            return Objects.requireNonNull(json.readValue(opened, KeptAnswer.class));
        } catch (IOException e) {
            // without the cause: its message quotes the text
            throw new IllegalStateException("A kept answer cannot be read");
        }
    }
}
