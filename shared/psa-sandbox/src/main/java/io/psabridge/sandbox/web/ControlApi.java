package io.psabridge.sandbox.web;

import io.psabridge.sandbox.api.Answer;
import io.psabridge.sandbox.api.Request;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultJson;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The control API under {@code /_sandbox}: what docs/sandbox.md describes. */
public final class ControlApi {

    private static final String ROOT = "/_sandbox";

    private final Stage stage;
    private final Supplier<String> origin;
    private final CompanyControl companies;

    public ControlApi(Stage stage, Supplier<String> origin, CompanyControl companies) {
        this.stage = stage;
        this.origin = origin;
        this.companies = companies;
    }

    static boolean isFor(Request request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    Answer answer(Request request) {
        List<String> path =
                new ArrayList<>(
                        Arrays.asList(request.path().substring(ROOT.length()).split("/", -1)));
        path.removeIf(String::isEmpty);
        try {
            return Answer.json(200, answer(request, path));
        } catch (UnknownControlException e) {
            return refusal(404, e);
        } catch (IllegalArgumentException | IOException e) {
            return refusal(400, e);
        }
    }

    private Object answer(Request request, List<String> path) throws IOException {
        String verb = request.method() + " " + (path.isEmpty() ? "" : path.getFirst());
        return switch (verb) {
            case "GET " -> overview();
            case "POST reset" -> {
                stage.reset();
                yield overview();
            }
            case "GET switches" -> switches();
            case "GET requests" -> requests();
            case "DELETE requests" -> {
                stage.requests().clear();
                yield requests();
            }
            case "GET faults" -> faults();
            case "POST faults" -> {
                order(request);
                yield faults();
            }
            case "DELETE faults" -> {
                stage.faults().clear();
                yield faults();
            }
            case "GET clock" -> clock();
            case "POST clock" -> {
                stage.clock().advance(Duration.ofSeconds(seconds(request)));
                yield clock();
            }
            default -> {
                if (!path.isEmpty() && path.getFirst().equals("companies")) {
                    yield companies.answer(request, path.subList(1, path.size()));
                }
                throw new UnknownControlException(request.method() + " " + request.path());
            }
        };
    }

    private Object overview() {
        List<Object> all = new ArrayList<>();
        for (Site site : stage.sites().all()) {
            all.add(Json.object("id", site.id(), "name", site.name(), "keys", keys(site)));
        }
        return Json.object(
                "origin",
                origin.get(),
                "control",
                origin.get() + ROOT,
                "companies",
                all,
                "faults",
                (long) stage.faults().waiting().size(),
                "now",
                stage.clock().now().toString());
    }

    static List<Object> keys(Site site) {
        List<Object> keys = new ArrayList<>();
        for (ApiKey key : site.keys()) {
            keys.add(
                    Json.object(
                            "identifier", key.identifier(),
                            "companyId", site.id(),
                            "publicKey", key.publicKey(),
                            "privateKey", key.privateKey(),
                            "revoked", key.revoked()));
        }
        return keys;
    }

    private Object requests() {
        return stage.requests().list().stream().map(ReceivedRequest::toJson).toList();
    }

    private Object faults() {
        return stage.faults().waiting().stream().map(FaultJson::write).toList();
    }

    private void order(Request request) throws IOException {
        Object body = Json.read(request.body());
        List<Object> all = body instanceof List<?> ? Json.asList(body) : List.of(body);
        List<Fault> ordered =
                all.stream().map(each -> FaultJson.read(Json.asObject(each))).toList();
        ordered.forEach(stage.faults()::add);
    }

    private static long seconds(Request request) throws IOException {
        Map<String, Object> body = Json.asObject(Json.read(request.body()));
        if (body.get("advanceSeconds") instanceof Long seconds) {
            return seconds;
        }
        throw new IllegalArgumentException("Say {\"advanceSeconds\": 30}");
    }

    private Object clock() {
        return Json.object(
                "now", stage.clock().now().toString(),
                "offsetSeconds", stage.clock().offset().toSeconds());
    }

    private static Object switches() {
        List<Object> all = new ArrayList<>();
        for (Switch each : Switch.values()) {
            all.add(
                    Json.object(
                            "switch",
                            each.key(),
                            "meaning",
                            each.meaning(),
                            "choices",
                            each.choices(),
                            "usual",
                            each.usual()));
        }
        return all;
    }

    private static Answer refusal(int status, Exception problem) {
        return Answer.json(status, Json.object("message", String.valueOf(problem.getMessage())));
    }
}
