package io.psabridge.platform.web;

import java.util.UUID;

/** Who does something, by which door and in which request. */
public record Actor(String sub, Caller.Via via, String requestId) {

    /** The product itself, such as when it connects a demo tenant. */
    public static Actor system() {
        return new Actor("psa-bridge", Caller.Via.SYSTEM, UUID.randomUUID().toString());
    }
}
