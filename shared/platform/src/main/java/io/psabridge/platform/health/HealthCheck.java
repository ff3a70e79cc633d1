package io.psabridge.platform.health;

/** One thing that the process cannot work without. */
public interface HealthCheck {

    /** What it is, such as {@code database}. */
    String name();

    /** Fails with any exception when it is not reachable; the exception is not shown. */
    void check();
}
