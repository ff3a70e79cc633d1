package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the sandbox takes and sends fits the vendor's description of the API. Runs where the
 * variable PSA_BRIDGE_REFERENCE names the folder that holds {@code connectwise-openapi.json}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionTest {

    private static final Map<String, String> ENDPOINTS =
            Map.ofEntries(
                    Map.entry("/service/tickets", "Ticket"),
                    Map.entry("/project/tickets", "ProjectTicket"),
                    Map.entry("/service/tickets/48300/notes", "ServiceNote"),
                    Map.entry("/service/tickets/48300/allNotes", "ServiceTicketNote"),
                    Map.entry("/service/boards", "Board"),
                    Map.entry("/service/boards/21/statuses", "BoardStatus"),
                    Map.entry("/service/boards/21/types", "BoardType"),
                    Map.entry("/service/boards/21/subtypes", "BoardSubType"),
                    Map.entry("/service/boards/21/items", "BoardItem"),
                    Map.entry("/service/priorities", "Priority"),
                    Map.entry("/service/sources", "Source"),
                    Map.entry("/service/locations", "ServiceLocation"),
                    Map.entry("/system/locations", "Location"),
                    Map.entry("/system/departments", "Department"),
                    Map.entry("/system/members", "Member"),
                    Map.entry("/system/info/members", "MemberInfo"),
                    Map.entry("/system/apiMembers", "ApiMember"),
                    Map.entry("/system/callbacks", "CallbackEntry"),
                    Map.entry("/system/mySecurity", "MySecurity"),
                    Map.entry("/company/companies", "Company"),
                    Map.entry("/company/contacts", "Contact"),
                    Map.entry("/time/workTypes", "WorkType"),
                    Map.entry("/time/workRoles", "WorkRole"),
                    Map.entry("/schedule/types", "ScheduleType"),
                    Map.entry("/system/securityroles", "SecurityRole"));

    private Map<String, Object> schemas = Map.of();
    private Client client;
    private ConnectWiseSandbox sandbox;

    @BeforeAll
    void start() throws IOException {
        sandbox = ConnectWiseSandbox.start();
        client = new Client(sandbox, sandbox.credentials());
        String folder = System.getenv("PSA_BRIDGE_REFERENCE");
        Path file = Path.of(folder == null ? "nowhere" : folder, "connectwise-openapi.json");
        if (Files.exists(file)) {
            Map<String, Object> description = Json.asObject(Json.read(Files.readAllBytes(file)));
            schemas = member(member(description, "components"), "schemas");
        }
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void everyAnswerFitsItsSchema() throws Exception {
        assumeDescription();
        client.call(
                "POST",
                "/system/callbacks",
                "{\"url\":\"http://127.0.0.1:9/x?id=\",\"objectId\":1,\"type\":\"ticket\",\"level\":\"owner\"}");
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> endpoint : ENDPOINTS.entrySet()) {
            List<Object> rows =
                    Json.asList(Json.read(client.get(endpoint.getKey() + "?pageSize=200").body()));
            assertThat(rows).as(endpoint.getKey()).isNotEmpty();
            for (Object row : rows) {
                check(endpoint.getKey(), endpoint.getValue(), row, problems);
            }
        }
        assertThat(problems.stream().distinct()).isEmpty();
    }

    @Test
    void whatACreateAndAPatchAnswerFitsTheSchemaToo() throws Exception {
        assumeDescription();
        List<String> problems = new ArrayList<>();
        Object ticket =
                Json.read(
                        client.call(
                                        "POST",
                                        "/service/tickets",
                                        "{\"summary\":\"x\",\"company\":{\"id\":250},\"owner\":{\"id\":114}}")
                                .body());
        Object id = Json.asObject(ticket).get("id");
        check("created", "Ticket", ticket, problems);
        check(
                "patched",
                "Ticket",
                Json.read(
                        client.call(
                                        "PATCH",
                                        "/service/tickets/" + id,
                                        "[{\"op\":\"replace\",\"path\":\"status\",\"value\":{\"id\":513}}]")
                                .body()),
                problems);
        check(
                "note",
                "ServiceNote",
                Json.read(
                        client.call(
                                        "POST",
                                        "/service/tickets/" + id + "/notes",
                                        "{\"text\":\"x\",\"resolutionFlag\":true}")
                                .body()),
                problems);

        assertThat(problems).isEmpty();
        assertThat(sandbox.demo().record(Tables.TICKETS, (Long) Objects.requireNonNull(id)))
                .isPresent();
    }

    @Test
    void theModelsKnowTheMembersAndLengthsOfTheDescription() {
        assumeDescription();
        for (String name :
                List.of(
                        "Ticket",
                        "ServiceNote",
                        "Company",
                        "CallbackEntry",
                        "BoardStatus",
                        "Member")) {
            member(member(schemas, name), "properties")
                    .forEach((property, schema) -> {
                        Field field = Models.of(name).field(property);
                        assertThat(field).as(name + "." + property).isNotNull();
                        Object length = Json.asObject(schema).get("maxLength");
                        assertThat(Objects.requireNonNull(field).maxLength())
                                .as(name + "." + property)
                                .isEqualTo(length instanceof Long most ? most.intValue() : 0);
                    });
        }
    }

    private void assumeDescription() {
        assumeTrue(
                !schemas.isEmpty(),
                "PSA_BRIDGE_REFERENCE does not name a folder with connectwise-openapi.json");
    }

    private void check(String where, String schemaName, Object value, List<String> problems) {
        Map<String, Object> schema = member(schemas, schemaName);
        if (!(schema.get("properties") instanceof Map<?, ?>) || !(value instanceof Map<?, ?>)) {
            return;
        }
        Map<String, Object> properties = member(schema, "properties");
        Map<String, Object> record = Json.asObject(value);
        for (Object required : Json.asList(schema.getOrDefault("required", List.of()))) {
            if (!record.containsKey(String.valueOf(required))
                    && !schemaName.equals("ProjectTicket")) {
                problems.add(where + ": " + required + " is missing");
            }
        }
        record.forEach((name, member) -> {
            Object property = properties.get(name);
            if (property == null) {
                problems.add(where + ": " + schemaName + " has no " + name);
            } else if (!Json.isNull(member)) {
                checkMember(where + "/" + name, Json.asObject(property), member, problems);
            }
        });
    }

    private void checkMember(
            String where, Map<String, Object> schema, Object value, List<String> problems) {
        if (schema.get("$ref") instanceof String reference) {
            check(where, reference.substring(reference.lastIndexOf('/') + 1), value, problems);
            return;
        }
        boolean fits =
                switch (String.valueOf(schema.get("type"))) {
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "boolean" -> value instanceof Boolean;
                    case "array" -> value instanceof List;
                    default -> true;
                };
        if (!fits) {
            problems.add(where + " is " + Json.text(value) + ", not " + schema.get("type"));
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
            problems.add(where + " is " + value + ", none of " + choices);
        }
        if (value instanceof String text
                && schema.get("maxLength") instanceof Long most
                && text.length() > most) {
            problems.add(where + " is too long");
        }
        if (value instanceof List<?> elements && schema.get("items") instanceof Map<?, ?> items) {
            elements.forEach(each -> checkMember(where, Json.asObject(items), each, problems));
        }
    }

    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return Json.asObject(Objects.requireNonNull(object.get(name), name));
    }
}
