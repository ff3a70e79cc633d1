package io.psabridge.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets libraries speak from INFO up, whatever level anybody sets. Below it they quote what they
 * carry: signed headers with their session token, the values of statements, the bytes of requests.
 */
final class QuietLibraries extends TurboFilter {

    private static final String OURS = "io.psabridge.";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable error) {
        return level.isGreaterOrEqual(Level.INFO) || logger.getName().startsWith(OURS)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
