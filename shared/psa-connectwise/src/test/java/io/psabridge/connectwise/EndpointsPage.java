package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.TicketField;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code docs/connectwise/endpoints.md}: the calls, the rights that they take, the names. */
final class EndpointsPage {

    private EndpointsPage() {}

    static String text() {
        return """
        # ConnectWise: the calls we make

        This page is written by `ReferencePagesTest` from the provider's own tables. Paths stand
        below `{codebase}/apis/3.0`, except the first two. A right is a row of the API member's
        security role; where none is named, no source that we know names one.

        | Call | Path | Asked to | Rights |
        |---|---|---|---|
        %s

        ## Fields of a ticket

        | Ours | In ConnectWise | Sent as |
        |---|---|---|
        %s

        A new ticket also carries `initialDescription`, `externalXRef` (our marker, by which a
        lost answer is looked up) and `processNotifications`, always false. A change is a list of
        `replace` operations and names nothing that was not asked to change; what null did not clear
        is sent once more as `remove`.

        ## Audience of a note

        | Ours | Flag in ConnectWise |
        |---|---|
        %s

        All three flags are sent, one of them true; `processNotifications` is false unless the
        customer shall be told, and always for internal notes.
        """
                .formatted(calls(), fields(), audiences());
    }

    private static String calls() {
        return Arrays.stream(Endpoint.values())
                .map(row ->
                        "| %s | `%s` | %s | %s |"
                                .formatted(
                                        row.method(),
                                        row.path(),
                                        row.doing(row.path()).replace("{id}", "n"),
                                        row.rights().stream()
                                                .map(Right::toString)
                                                .collect(Collectors.joining("; "))))
                .collect(Collectors.joining("\n"));
    }

    private static String fields() {
        return Arrays.stream(TicketField.values())
                .map(field ->
                        "| `%s` | `%s` | %s |"
                                .formatted(
                                        field.wireName(),
                                        TicketFields.name(field),
                                        field == TicketField.SUMMARY
                                                ? "text of at most 100 characters"
                                                : "a reference, `{\"id\": n}`"))
                .collect(Collectors.joining("\n"));
    }

    private static String audiences() {
        return Arrays.stream(Audience.values())
                .map(audience -> "| `%s` | `%s` |".formatted(audience, Placement.of(audience)))
                .collect(Collectors.joining("\n"));
    }
}
