package io.psabridge.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A key as its row keeps it.
 *
 * @param leased whether somebody is at it who may still be alive
 * @param attempt counts the attempts, from 1
 * @param answer sealed; absent until it is done
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows
record KeyRow(
        byte[] requestMac,
        boolean leased,
        String reservedId,
        int attempt,
        byte @Nullable [] answer) {}
