package io.psabridge.sandbox.web;

import io.netty.handler.codec.http.HttpHeaders;
import io.psabridge.sandbox.api.Request;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Recent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers the latest requests, without keys. */
final class RequestLog {

    private static final int LONGEST_BODY = 70_000;
    private static final Set<String> SECRET =
            Set.of("authorization", "cookie", "clientid", "proxy-authorization");

    private final AtomicLong numbers = new AtomicLong();
    private final Recent<ReceivedRequest> requests;

    RequestLog(Recent<ReceivedRequest> requests) {
        this.requests = requests;
    }

    void add(
            Request request,
            HttpHeaders headers,
            String company,
            String member,
            int status,
            String fault,
            Instant now) {
        requests.add(
                new ReceivedRequest(
                        numbers.incrementAndGet(),
                        now,
                        request.connection(),
                        company,
                        member,
                        request.method(),
                        request.path(),
                        request.query(),
                        shown(headers),
                        request.body().length == 0 ? "" : cut(request.text()),
                        status,
                        fault));
    }

    private static Map<String, String> shown(HttpHeaders headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            shown.put(name, SECRET.contains(name) ? "(not shown)" : header.getValue());
        }
        return shown;
    }

    private static String cut(String body) {
        return body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body;
    }
}
