package io.psabridge.connectwise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the vendor's description is silent or wrong about the real system.
 *
 * @param pattern of what {@link ExchangeCheck} finds
 */
record Departure(String name, String pattern, String why) {

    static final List<Departure> KNOWN =
            List.of(
                    new Departure(
                            "the company's information",
                            "GET /login/companyinfo/[a-z]+: not described",
                            "lies beside the API, and tells where the API is"),
                    new Departure(
                            "the signing key",
                            "GET /v[n_]+release//system/callbackkey/index.rails: not described",
                            "lies beside the API; callbacks name it in `key_url`"),
                    new Departure(
                            "404 for a ticket of a project",
                            "(GET|PATCH|POST) /service/tickets/\\{[a-zA-Z]+}(/notes)? answers:"
                                    + " status 404",
                            "only successes are described"),
                    new Departure(
                            "`errors: null`",
                            "[A-Z]+ [^ ]+ answers body\\.errors: null",
                            "described as a list; errors without details were recorded with null"),
                    new Departure(
                            "200 for a search",
                            "POST /service/tickets/search answers: status 200",
                            "described as 201; both were recorded, and we take both"),
                    new Departure(
                            "`page` and `pageSize` of a search",
                            "POST /service/tickets/search query (page|pageSize): not described",
                            "sent all the same; the key in the conditions keeps pages apart"
                                    + " without them"),
                    new Departure(
                            "the value of a custom field",
                            "GET /service/tickets(/\\{id})? answers body.*customFields\\[]"
                                    + "\\.value: .*",
                            "described as an object; it is the text, number, date or null of the"
                                    + " field"),
                    new Departure(
                            "`createdBy` and `dateCreated` of a project ticket's note",
                            "(GET|POST) /project/tickets/\\{parentId}/notes answers"
                                    + " .*: not described",
                            "described after a client of 2025.1; notes of the service desk in"
                                    + " 2026.4 have both, and we do without either"));

    static Optional<Departure> of(String found) {
        return KNOWN.stream().filter(known -> known.fits(found)).findFirst();
    }

    boolean fits(String found) {
        return Pattern.matches(pattern, found);
    }
}
