package io.psabridge.platform.queue;

/**
 * How much work of a kind there is, of all tenants.
 *
 * @param due nobody holds it, and it should be done now
 * @param waiting for its time
 * @param leased being done
 * @param oldestDueSeconds for how long the longest due has been; 0 without any
 */
public record QueueDepth(
        String kind, long due, long waiting, long leased, double oldestDueSeconds) {}
