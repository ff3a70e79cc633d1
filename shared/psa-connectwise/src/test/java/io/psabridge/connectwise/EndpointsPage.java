package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.TicketField;
import java.net.URI;
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

        ## Where the vendor's description differs

        A test holds what we send, and what the sandbox answers, against the vendor's OpenAPI
        description: verbs, paths, query, headers and members of both bodies. It finds these
        differences and no other:

        | What | Why |
        |---|---|
        %s

        ## Members that we read

        Found by letting the readers look at a record; a slash leads into a record inside. Of these
        only `id` and `Codebase` must be there: the others may be absent, null or empty. The rest
        of a ticket is passed on as it came, and not looked at.

        | Record | Members |
        |---|---|
        %s

        Beside these, `version` is read of the system's information and `signing_key` of the key
        document. Of a message that is posted to us we read `MessageId`, `Type`, `ID`, `Action` and
        `Metadata/key_url`, in whatever letter case they come, after its signature was found good;
        only `key_url` is looked at before, and only this connection's own server is asked for the
        key.

        ## Members of a callback

        | Member | Sent, for tickets |
        |---|---|
        %s

        A callback that ConnectWise has switched off is woken by one `replace` of `inactiveFlag`.

        ## Audience of a note

        | Ours | Flag in ConnectWise |
        |---|---|
        %s

        All three flags are sent, one of them true; `processNotifications` is false unless the
        customer shall be told, and always for internal notes.
        """
                .formatted(calls(), fields(), departures(), read(), callback(), audiences());
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

    private static String departures() {
        return Departure.KNOWN.stream()
                .map(known -> "| %s | %s |".formatted(known.name(), known.why()))
                .collect(Collectors.joining("\n"));
    }

    private static String read() {
        return ReadMembers.all().entrySet().stream()
                .map(record ->
                        "| %s | %s |"
                                .formatted(
                                        record.getKey(),
                                        record.getValue().stream()
                                                .map(member -> "`" + member + "`")
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
    }

    private static String callback() {
        URI url = URI.create("https://bridge.example/…?id=");
        return ConnectWiseCallbacks.body(Callbacks.Topic.TICKET, url).entrySet().stream()
                .map(member -> "| `%s` | `%s` |".formatted(member.getKey(), member.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String audiences() {
        return Arrays.stream(Audience.values())
                .map(audience -> "| `%s` | `%s` |".formatted(audience, Placement.of(audience)))
                .collect(Collectors.joining("\n"));
    }
}
