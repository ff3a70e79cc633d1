package io.psabridge.core.link;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A record of the application, in its own terms. */
public record LinkedRecord(String type, String id, @Nullable String title, @Nullable URI url) {}
