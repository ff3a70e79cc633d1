package io.psabridge.platform.queue;

import io.psabridge.platform.tenant.TenantId;

/**
 * Something to be done for a connection. Says which, and nothing of its content.
 *
 * @param subject what it is about, unique among the connection's work of this kind
 * @param attempts how often it was claimed; whoever holds another number lost it
 */
public record Work(
        TenantId tenant, String id, String connection, String kind, String subject, int attempts) {}
