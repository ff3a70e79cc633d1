package io.psabridge.platform.queue;

import io.psabridge.platform.tenant.TenantId;
import java.time.Duration;

/**
 * Some work becomes due. Says which, and nothing of its content.
 *
 * @param work the {@link Work#id}
 * @param delay from now; zero when it is due already
 */
public record Nudge(TenantId tenant, String work, Duration delay) {}
