package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a call may look like, so that no value of it becomes structure of the request. */
final class CallRules {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** Headers that say where a request goes and how long it is. */
    private static final Set<String> OURS =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private CallRules() {}

    /** Fails with INVALID; the message holds no value. */
    static void check(Call call) throws OutboundException {
        if (!METHODS.contains(call.method())) {
            throw invalid(
                    "The method of a call must be one of " + METHODS.stream().sorted().toList());
        }
        URI uri = call.uri();
        if (!isPrintable(uri.getRawPath())
                || (uri.getRawQuery() != null && !isPrintable(uri.getRawQuery()))) {
            throw invalid("Path and query must be percent-encoded");
        }
        for (Header header : call.headers()) {
            check(header);
        }
    }

    private static void check(Header header) throws OutboundException {
        if (!NAME.matcher(header.name()).matches()) {
            throw invalid("A header has a name that is none");
        }
        if (OURS.contains(header.name().toLowerCase(Locale.ROOT))) {
            throw invalid("The header " + header.name() + " is not the caller's to set");
        }
        if (!isPrintable(header.value())) {
            throw invalid(
                    "The header "
                            + header.name()
                            + " holds a character other than printable ASCII");
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static OutboundException invalid(String message) {
        return new OutboundException(Reason.INVALID, false, message, null);
    }
}
