package io.psabridge.connectwise;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the description is silent or wrong about the real system, as patterns, each with why. */
final class Departures {

    private static final Map<String, String> REASONS =
            Map.of(
                    "GET /login/companyinfo/[a-z]+: not described",
                    "lies beside the API, and tells where the API is",
                    "GET /v[n_]+release//system/callbackkey/index.rails: not described",
                    "lies beside the API; callbacks name it in key_url",
                    "(GET|PATCH|POST) /service/tickets/\\{[a-zA-Z]+}(/notes)? answers: status 404",
                    "only successes are described; project tickets are not found on this path",
                    "POST /service/tickets/search answers: status 200",
                    "described as 201; both were recorded, and the provider takes both",
                    "POST /service/tickets/search query (page|pageSize): not described",
                    "sent all the same: the key in the conditions keeps pages apart without them",
                    "[A-Z]+ [^ ]+ answers body\\.errors: null",
                    "described as a list; errors without details were recorded with null",
                    "GET /service/tickets(/\\{id})? answers body.*customFields\\[]\\.value: .*",
                    "described as an object; it holds the text, number, date or null of the field",
                    "(GET|POST) /project/tickets/\\{parentId}/notes answers .*: not described",
                    "described after a client of 2025.1; the service desk's notes of 2026.4 have"
                            + " createdBy and dateCreated, and the provider does without both");

    private Departures() {}

    static Optional<String> reason(String departure) {
        return REASONS.entrySet().stream()
                .filter(known -> Pattern.matches(known.getKey(), departure))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Patterns that no departure matches. */
    static Set<String> unused(Set<String> found) {
        return REASONS.keySet().stream()
                .filter(known -> found.stream().noneMatch(each -> Pattern.matches(known, each)))
                .collect(Collectors.toSet());
    }
}
