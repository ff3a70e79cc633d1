package io.psabridge.standalone;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.psabridge.platform.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells requests that came straight from this machine from those of a proxy or a rebound name. */
final class LocalRequests {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private LocalRequests() {}

    static void require(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1
                || !Loopback.isNamedBy(PORT.matcher(hosts.getFirst()).replaceFirst(""))) {
            throw Problem.invalid(
                    "Host",
                    "must be localhost or a loopback address: only this machine gets tokens");
        }
        for (String name : request.getHeaders().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("forwarded") || lower.startsWith("x-forwarded-")) {
                throw Problem.invalid(name, "must be absent: no proxy gets tokens");
            }
        }
    }
}
