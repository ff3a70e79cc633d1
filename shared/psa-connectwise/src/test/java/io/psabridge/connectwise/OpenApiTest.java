package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we call and send exists in the vendor's description, where that is at hand. */
class OpenApiTest {

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

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "ticket", "Ticket",
                    "note", "ServiceNote",
                    "status", "BoardStatus",
                    "member", "Member",
                    "company", "Company",
                    "contact", "Contact",
                    "board", "Board",
                    "priority", "Priority",
                    "source", "Source",
                    "callback", "CallbackEntry");

    @Test
    void everyCallIsDescribed() throws IOException {
        assertThat(Description.orSkip().operations()).containsAll(CALLS);
    }

    @Test
    void everyMemberThatIsSentIsDescribed() throws IOException {
        Description description = Description.orSkip();

        assertThat(members(description, "Ticket"))
                .containsAll(
                        Stream.concat(
                                        Stream.of(io.psabridge.spi.TicketField.values())
                                                .map(TicketFields::name),
                                        Stream.of(
                                                "initialDescription",
                                                "externalXRef",
                                                "processNotifications"))
                                .toList());
        assertThat(members(description, "TicketNote"))
                .contains(
                        "text",
                        "detailDescriptionFlag",
                        "internalAnalysisFlag",
                        "resolutionFlag",
                        "member",
                        "processNotifications");
        assertThat(members(description, "CallbackEntry"))
                .contains(
                        "description",
                        "url",
                        "objectId",
                        "type",
                        "level",
                        "inactiveFlag",
                        "isSelfSuppressedFlag");
        assertThat(members(description, "BoardStatus"))
                .contains("closedStatus", "inactive", "defaultFlag", "sortOrder");
        assertThat(members(description, "Member"))
                .contains("identifier", "primaryEmail", "defaultEmail", "inactiveFlag");
    }

    @Test
    void everyMemberThatIsReadIsDescribed() throws IOException {
        Description description = Description.orSkip();

        SCHEMAS.forEach((record, schema) ->
                assertThat(members(description, schema))
                        .as("Members of %s, read as %s", schema, record)
                        .containsAll(
                                ReadMembers.all().getOrDefault(record, Set.of()).stream()
                                        .map(member -> member.split("/", 2)[0])
                                        .toList()));
        assertThat(ReadMembers.all().keySet()).containsAll(SCHEMAS.keySet());
    }

    private static Set<String> members(Description description, String schema) {
        return Description.names(description.schema(schema).object("properties"));
    }
}
