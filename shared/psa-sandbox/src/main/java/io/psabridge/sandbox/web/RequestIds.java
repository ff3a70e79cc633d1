package io.psabridge.sandbox.web;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A fresh id for each answer. */
final class RequestIds {

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & Long.MAX_VALUE >>> 1) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
