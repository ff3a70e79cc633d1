package io.psabridge.connectwise;

import io.psabridge.connectwise.Exchanges.Exchange;
import io.psabridge.http.Header;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds where one exchange departs from the description: verb, path, query, headers, bodies. */
final class ExchangeCheck {

    private final Description description;
    private final Exchange exchange;
    private final Set<String> departures = new TreeSet<>();

    ExchangeCheck(Description description, Exchange exchange) {
        this.description = description;
        this.exchange = exchange;
    }

    Set<String> departures() throws IOException {
        Optional<Description.Operation> operation =
                description.operation(exchange.call().method(), exchange.path());
        if (operation.isEmpty()) {
            String path = exchange.path().replaceAll("[0-9]+", "n");
            return Set.of(exchange.call().method() + " " + path + ": not described");
        }
        request(operation.get());
        answer(operation.get());
        return departures;
    }

    private void request(Description.Operation operation) throws IOException {
        Set<String> query = new TreeSet<>(queryNames());
        query.removeAll(operation.parameters("query"));
        query.forEach(name -> departs(operation, " query " + name, "not described"));
        Set<String> headers = new TreeSet<>(operation.parameters("header"));
        headers.removeAll(
                exchange.call().headers().stream().map(Header::name).collect(Collectors.toSet()));
        headers.forEach(name -> departs(operation, " header " + name, "missing"));
        body(operation, " sends ", operation.requestBody(), exchange.call().body());
    }

    private void answer(Description.Operation operation) throws IOException {
        int status = exchange.reply().status();
        WireObject schema =
                status >= 400
                        ? description.schema("ErrorResponseMessage")
                        : operation.responseBody(operation.answers(status) ? status : 201);
        if (!operation.answers(status)) {
            departs(operation, " answers", "status " + status);
        }
        body(operation, " answers ", schema, exchange.reply().body());
    }

    private void body(
            Description.Operation operation, String side, WireObject schema, byte @Nullable [] body)
            throws IOException {
        if (body == null || body.length == 0) {
            if (!schema.isEmpty()) {
                departs(operation, side + "a body", "missing");
            }
        } else if (schema.isEmpty()) {
            departs(operation, side + "a body", "not described");
        } else {
            SchemaCheck check = new SchemaCheck(description, !queryNames().contains("fields"));
            check.check("body", schema, Json.read(body));
            check.departures().forEach(found -> departures.add(operation.name() + side + found));
        }
    }

    private Set<String> queryNames() {
        String query = Optional.ofNullable(exchange.call().uri().getRawQuery()).orElse("");
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.indexOf('=')))
                .collect(Collectors.toSet());
    }

    private void departs(Description.Operation operation, String where, String what) {
        departures.add(operation.name() + where + ": " + what);
    }
}
