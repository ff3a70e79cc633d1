package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.util.Map;
import java.util.WeakHashMap;

/** Counts calls per company and minute, where a limit is set. */
final class RateLimit {

    private final Map<Site, Window> windows = new WeakHashMap<>();

    private record Window(long minute, int calls) {}

    void count(Site site) {
        String limit = site.choice(Switch.CALLS_PER_MINUTE);
        if (!limit.isEmpty() && calls(site) > Integer.parseInt(limit)) {
            throw Refusal.verbatim(
                    Answer.json(
                                    429,
                                    Json.object(
                                            "error", "ConnectWiseAPI",
                                            "message",
                                                    "Too many requests. Please try again in 30 seconds."))
                            .withHeader("Retry-After", "30"));
        }
    }

    private synchronized int calls(Site site) {
        long minute = site.clock().now().getEpochSecond() / 60;
        Window window = windows.get(site);
        int calls = window == null || window.minute != minute ? 1 : window.calls + 1;
        windows.put(site, new Window(minute, calls));
        return calls;
    }
}
