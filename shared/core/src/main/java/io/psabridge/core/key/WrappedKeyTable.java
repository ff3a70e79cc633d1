package io.psabridge.core.key;

import io.psabridge.platform.tenant.TenantId;
import java.util.List;

/** A table of wrapped keys; whoever owns one implements it. Runs in its caller's transaction. */
public interface WrappedKeyTable {

    /** Under which name its keys are counted, such as {@code connections}. */
    String name();

    /** In the order of their ids, from the first after {@code last}. */
    List<WrappedKey> after(TenantId tenant, String last, int limit);

    /** Nothing happens, and false is the answer, when the key is not {@code old} any more. */
    boolean replace(TenantId tenant, WrappedKey old, byte[] wrapped);
}
