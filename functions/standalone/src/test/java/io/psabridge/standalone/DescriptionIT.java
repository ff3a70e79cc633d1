package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, held against the server that gives it. */
class DescriptionIT {

    private static final List<String> ORDER = List.of("get", "post", "put", "patch", "delete");

    @TempDir static Path home;

    private static RunningProduct product;
    private static String admin;
    private static Belongings ours;
    private static List<DescribedOperation> operations;
    private static DescribedAnswers answers;

    @BeforeAll
    static void connected() throws Exception {
        product = RunningProduct.start(home);
        admin = product.admin("acme");
        ours = Belongings.make(product, admin, product.sandbox().demo());
        operations = DescribedOperation.of(product);
        answers = new DescribedAnswers(DescribedOperation.description(product));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void everyOperationSaysWhatItDoesWhomItLetsInAndHowItFails() {
        for (DescribedOperation operation : operations) {
            Map<?, ?> content = operation.content();
            assertThat(content.get("summary")).as(operation.name()).isNotNull();
            assertThat(content.get("security")).as(operation.name()).isNotNull();
            Map<?, ?> responses = DescribedOperation.members(content.get("responses"));
            assertThat(responses.keySet())
                    .as(operation.name())
                    .anyMatch(it -> "2".equals(it.toString().substring(0, 1)));
            if (operation.path().startsWith("/v1/") && !operation.needsNoToken()) {
                assertThat(String.valueOf(content.get("description")))
                        .as(operation.name())
                        .containsPattern("`psa:(read|write|admin)`");
                assertThat(responses.keySet().stream().map(Object::toString))
                        .as(operation.name())
                        .contains("400", "401", "403", "503", "default");
            }
        }
    }

    @Test
    void everyParameterOfAnOperationSaysWhatItIs() throws Exception {
        Map<?, ?> description = DescribedOperation.description(product);
        for (DescribedOperation operation : operations) {
            assertThat((List<?>) operation.content().get("parameters"))
                    .as(operation.name())
                    .allMatch(it -> DescribedOperation.members(it).containsKey("$ref"));
        }
        assertThat(description.get("openapi")).isEqualTo("3.1.0");
    }

    @Test
    void everyExampleFitsItsSchema() throws Exception {
        assertThat(answers.checkExamples())
                .contains("TicketBody", "NoteBody", "LinkBody", "ConnectionBodies.Connect");
    }

    @Test
    void everyAnswerFitsTheDescription() throws Exception {
        Belongings walked = Belongings.make(product, admin, product.sandbox().demo());
        Map<String, Integer> seen = new HashMap<>();
        for (DescribedOperation operation : inAnOrderThatWorks()) {
            for (Answer answer : answersOf(operation, walked)) {
                answers.check(operation, answer);
                seen.merge(answer.status() / 100 + "xx", 1, Integer::sum);
            }
        }
        assertThat(seen.get("2xx")).isGreaterThanOrEqualTo(operations.size() - 2);
        assertThat(seen.get("4xx")).isGreaterThan(2 * operations.size());
    }

    @Test
    void aBodyThatTheDescriptionForbidsIsRefused() throws Exception {
        for (DescribedOperation operation : operations) {
            Object right = ours.body(operation);
            if (right == null) {
                continue;
            }
            for (Object body : List.of(Map.of(), Map.of("unknown", true))) {
                boolean allowed = answers.allows(operation, body);
                if (!allowed) {
                    Answer answer =
                            product.send(operation.method(), ours.path(operation), admin, body);
                    assertThat(answer.status()).as(operation + " " + body + answer).isEqualTo(400);
                }
            }
            assertThat(answers.allows(operation, right)).as(operation.name()).isTrue();
        }
    }

    @Test
    void aTextThatIsLongerThanDescribedIsRefusedByName() throws Exception {
        List<String> tried = new ArrayList<>();
        for (DescribedOperation operation : operations) {
            Object right = body(operation, ours);
            if (!(right instanceof Map<?, ?> members)) {
                continue;
            }
            for (Map.Entry<String, Integer> limit : answers.longestTexts(operation).entrySet()) {
                Map<Object, Object> tooLong = new HashMap<>(members);
                tooLong.put(limit.getKey(), "x".repeat(limit.getValue() + 1));
                Answer answer =
                        product.send(operation.method(), ours.path(operation), admin, tooLong);
                assertThat(answer.status()).as(operation + " " + limit.getKey()).isEqualTo(400);
                assertThat(answer.text()).contains(limit.getKey());
                tried.add(operation + " " + limit.getKey());
            }
        }
        assertThat(tried).hasSizeGreaterThan(20);
    }

    @Test
    void aNumberOfItemsOutsideOfTheDescribedIsRefused() throws Exception {
        for (DescribedOperation operation : operations) {
            if (operation.takesQuery("limit")) {
                String path = ours.path(operation);
                for (String limit : List.of("0", "201", "many")) {
                    assertThat(product.get(admin, path + "?limit=" + limit).status())
                            .as(operation + " " + limit)
                            .isEqualTo(400);
                }
                assertThat(product.get(admin, path + "?limit=200").status()).isEqualTo(200);
            }
        }
    }

    /** Reads before writes, and what takes things away last. */
    private static List<DescribedOperation> inAnOrderThatWorks() {
        return operations.stream()
                .sorted(
                        Comparator.<DescribedOperation>comparingInt(it -> ORDER.indexOf(it.verb()))
                                .thenComparing(
                                        it -> it.is("delete", "/v1/connections/{connectionId}"))
                                .thenComparing(DescribedOperation::path))
                .toList();
    }

    private static List<Answer> answersOf(DescribedOperation operation, Belongings walked)
            throws Exception {
        String path = walked.path(operation);
        Object body = body(operation, walked);
        List<Answer> answers = new ArrayList<>();
        if (operation.path().startsWith("/v1/")) {
            answers.add(product.send(operation.method(), path, null, body));
            answers.add(
                    product.send(
                            operation.method(), path, product.token("acme", "psa:read"), body));
            answers.add(product.send(operation.method(), path + "?unknown=1", admin, body));
            answers.add(product.send(operation.method(), path, product.admin("stranger"), body));
        }
        answers.add(product.send(operation.method(), path, admin, body));
        if (operation.is("get", "/v1/connections/{connectionId}/tickets/{ticketId}")) {
            answers.add(product.get(admin, path + "?include=raw"));
        }
        return answers;
    }

    private static @Nullable Object body(DescribedOperation operation, Belongings of) {
        return switch (operation.name()) {
            case "post /v1/connections" ->
                    product.connection(product.sandbox().demo().credentials());
            case "post /v1/connect-sessions" -> Map.of();
            default -> of.body(operation);
        };
    }
}
