package io.psabridge.platform.idempotency;

import io.micronaut.http.HttpRequest;
import io.psabridge.platform.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header in which a caller names a request. */
final class KeyHeader {

    static final String NAME = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");

    private KeyHeader() {}

    /** Fails with {@code invalid_request} that names the header. */
    static Optional<String> of(HttpRequest<?> request) {
        List<String> values = request.getHeaders().getAll(NAME);
        if (values.size() > 1) {
            throw Problem.invalid(NAME, "is given more than once");
        }
        Optional<String> key = values.stream().findFirst();
        if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
            throw Problem.invalid(NAME, "must be 1 to 255 printable ASCII characters");
        }
        return key;
    }
}
