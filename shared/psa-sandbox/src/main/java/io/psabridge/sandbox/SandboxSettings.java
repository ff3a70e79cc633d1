package io.psabridge.sandbox;

import java.time.Clock;

/**
 * How a sandbox is started.
 *
 * @param address what it listens on; 127.0.0.1 unless others must reach it
 * @param port 0 for any free one
 * @param companyId the demo company's id
 * @param clock where the sandbox's time comes from
 */
public record SandboxSettings(
        String address, int port, String companyId, String companyName, Clock clock) {

    /** On loopback and any free port, with the demo company {@code lanternlight}. */
    public static SandboxSettings usual() {
        return new SandboxSettings(
                "127.0.0.1", 0, "lanternlight", "Lanternlight Managed IT", Clock.systemUTC());
    }

    public SandboxSettings withPort(int other) {
        return new SandboxSettings(address, other, companyId, companyName, clock);
    }

    public SandboxSettings withAddress(String other) {
        return new SandboxSettings(other, port, companyId, companyName, clock);
    }

    public SandboxSettings withClock(Clock other) {
        return new SandboxSettings(address, port, companyId, companyName, other);
    }

    public SandboxSettings withCompany(String id, String name) {
        return new SandboxSettings(address, port, id, name, clock);
    }
}
