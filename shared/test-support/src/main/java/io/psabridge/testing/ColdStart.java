package io.psabridge.testing;

import java.time.Duration;

/**
 * What the way to the first answer took.
 *
 * @param wall from the start of the process to its first answer
 * @param cpu the processor time of the process until then
 * @param residentBytes the memory that it held then
 */
public record ColdStart(Duration wall, Duration cpu, long residentBytes) {}
