package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we call and send exists in the vendor's description, where that is at hand. */
class OpenApiTest {

    private static final String REFERENCE = "PSA_BRIDGE_REFERENCE";

    private static final List<String> CALLS =
            List.of(
                    "get /system/info",
                    "get /service/tickets",
                    "post /service/tickets",
                    "post /service/tickets/search",
                    "get /service/tickets/{id}",
                    "patch /service/tickets/{id}",
                    "get /service/tickets/{parentId}/notes",
                    "post /service/tickets/{parentId}/notes",
                    "get /project/tickets/{id}",
                    "patch /project/tickets/{id}",
                    "get /project/tickets/{parentId}/notes",
                    "post /project/tickets/{parentId}/notes",
                    "get /service/boards",
                    "get /service/boards/{parentId}/statuses",
                    "get /service/boards/{parentId}/types",
                    "get /service/boards/{parentId}/subtypes",
                    "get /service/boards/{parentId}/items",
                    "get /service/priorities",
                    "get /service/sources",
                    "get /system/locations",
                    "get /system/members",
                    "get /system/members/{id}",
                    "get /company/companies",
                    "get /company/companies/{id}",
                    "get /company/contacts",
                    "get /company/contacts/{id}",
                    "get /system/callbacks",
                    "post /system/callbacks",
                    "patch /system/callbacks/{id}",
                    "delete /system/callbacks/{id}");

    @Test
    void everyCallIsDescribed() throws IOException {
        WireObject paths = description().object("paths");
        Set<String> described = new TreeSet<>();
        paths.members()
                .forEach((path, verbs) ->
                        ((Map<?, ?>) verbs)
                                .keySet()
                                .forEach(verb -> described.add(verb + " " + path)));

        assertThat(described).containsAll(CALLS);
    }

    @Test
    void everyMemberThatIsSentIsDescribed() throws IOException {
        WireObject schemas = description().object("components").object("schemas");

        assertThat(members(schemas, "Ticket"))
                .containsAll(
                        Stream.concat(
                                        Stream.of(io.psabridge.spi.TicketField.values())
                                                .map(TicketFields::name),
                                        Stream.of(
                                                "initialDescription",
                                                "externalXRef",
                                                "processNotifications"))
                                .toList());
        assertThat(members(schemas, "TicketNote"))
                .contains(
                        "text",
                        "detailDescriptionFlag",
                        "internalAnalysisFlag",
                        "resolutionFlag",
                        "member",
                        "processNotifications");
        assertThat(members(schemas, "CallbackEntry"))
                .contains(
                        "description",
                        "url",
                        "objectId",
                        "type",
                        "level",
                        "inactiveFlag",
                        "isSelfSuppressedFlag");
        assertThat(members(schemas, "BoardStatus"))
                .contains("closedStatus", "inactive", "defaultFlag", "sortOrder");
        assertThat(members(schemas, "Member"))
                .contains("identifier", "primaryEmail", "defaultEmail", "inactiveFlag");
    }

    private static Set<String> members(WireObject schemas, String schema) {
        Set<String> names = new TreeSet<>();
        schemas.object(schema)
                .object("properties")
                .members()
                .keySet()
                .forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static WireObject description() throws IOException {
        String folder = System.getenv(REFERENCE);
        assumeTrue(folder != null, REFERENCE + " names no folder with the vendor's description");
        Path file = Path.of(String.valueOf(folder), "connectwise-openapi.json");
        assumeTrue(Files.exists(file), file + " is not there");
        return WireObject.of(Json.read(Files.readAllBytes(file)));
    }
}
