package io.psabridge.sandbox.web;

import io.psabridge.sandbox.api.Request;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.SentMail;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.seed.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the control API that is about companies. */
public final class CompanyControl {

    private final Stage stage;
    private final CallbackPost callbacks;
    private final RecordControl records = new RecordControl();

    public CompanyControl(Stage stage, CallbackPost callbacks) {
        this.stage = stage;
        this.callbacks = callbacks;
    }

    /** The path begins after {@code companies}. */
    Object answer(Request request, List<String> path) throws IOException {
        if (path.isEmpty()) {
            return request.method().equals("POST") ? open(body(request)) : list();
        }
        Site site = stage.sites().find(path.getFirst());
        if (site == null) {
            throw new UnknownControlException("company " + path.getFirst());
        }
        if (path.size() == 1) {
            return whole(request, site);
        }
        String what = path.get(1);
        List<String> rest = path.subList(2, path.size());
        return what.equals("records")
                ? records.answer(request, site, rest)
                : part(request, site, what, rest);
    }

    private Object whole(Request request, Site site) {
        if (request.method().equals("DELETE")) {
            stage.sites().remove(site.id());
            return list();
        }
        return describe(site);
    }

    private Object part(Request request, Site site, String what, List<String> rest)
            throws IOException {
        return switch (request.method() + " " + what) {
            case "POST reset" -> describe(stage.reset(site));
            case "PATCH switches" -> {
                body(request)
                        .forEach((key, choice) -> site.set(Switch.of(key), String.valueOf(choice)));
                yield describe(site);
            }
            case "PATCH rights" -> {
                Map<String, Object> changes = body(request);
                for (ApiKey key : site.keys()) {
                    if (rest.isEmpty() || rest.getFirst().equals(key.identifier())) {
                        key.rights(key.rights().changedBy(changes));
                    }
                }
                yield describe(site);
            }
            case "POST keys" -> keys(request, site, rest);
            case "PUT release" -> {
                site.release(release(body(request)));
                yield describe(site);
            }
            case "PUT workflow" -> {
                List<WorkflowRule> rules = rules(request);
                site.rules().clear();
                site.rules().addAll(rules);
                yield describe(site);
            }
            case "PUT demands" -> {
                site.demand(
                        Long.parseLong(rest.getFirst()),
                        Json.asList(Json.read(request.body())).stream()
                                .map(String::valueOf)
                                .collect(Collectors.toSet()));
                yield describe(site);
            }
            case "GET outbox" -> site.outbox().list().stream().map(SentMail::toJson).toList();
            case "DELETE outbox" -> {
                site.outbox().clear();
                yield List.of();
            }
            case "GET deliveries" ->
                    site.deliveries().list().stream().map(Delivery::toJson).toList();
            case "POST deliveries" -> {
                callbacks.order(site, body(request));
                yield List.of();
            }
            default ->
                    throw new UnknownControlException(
                            request.method() + " " + what + " of a company");
        };
    }

    private Object keys(Request request, Site site, List<String> rest) throws IOException {
        if (!rest.isEmpty()) {
            boolean revoke =
                    switch (rest.getFirst()) {
                        case "revoke" -> true;
                        case "restore" -> false;
                        default -> throw new UnknownControlException("keys/" + rest.getFirst());
                    };
            site.keys().forEach(key -> key.revoked(revoke));
            return describe(site);
        }
        Map<String, Object> wanted = body(request);
        Object rights = wanted.get("rights");
        stage.addKey(
                site,
                String.valueOf(wanted.getOrDefault("identifier", "second")),
                rights == null
                        ? Rights.everything()
                        : Rights.nothing().changedBy(Json.asObject(rights)));
        return describe(site);
    }

    private Object open(Map<String, Object> wanted) {
        if (!(wanted.get("id") instanceof String id) || !id.matches("[A-Za-z0-9._-]{1,50}")) {
            throw new IllegalArgumentException(
                    "A company needs an id of letters, digits, dots and dashes");
        }
        String world = String.valueOf(wanted.getOrDefault("world", "full"));
        String name = String.valueOf(wanted.getOrDefault("name", id));
        return describe(stage.open(id, name, World.valueOf(world.toUpperCase(Locale.ROOT))));
    }

    private static Release release(Map<String, Object> wanted) {
        Object version = wanted.get("version");
        return version == null ? Release.SELF_HOSTED : Release.cloud(String.valueOf(version));
    }

    private static List<WorkflowRule> rules(Request request) throws IOException {
        List<WorkflowRule> rules = new ArrayList<>();
        for (Object each : Json.asList(Json.read(request.body()))) {
            Map<String, Object> rule = Json.asObject(each);
            rules.add(
                    new WorkflowRule(
                            number(rule, "board"), number(rule, "when"), number(rule, "then")));
        }
        return rules;
    }

    private static long number(Map<String, Object> json, String name) {
        if (json.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private Object list() {
        return stage.sites().all().stream()
                .map(site -> Json.object("id", site.id(), "name", site.name()))
                .toList();
    }

    private static Object describe(Site site) {
        Map<String, Object> switches = new LinkedHashMap<>();
        for (Switch each : Switch.values()) {
            switches.put(each.key(), site.choice(each));
        }
        Map<String, Object> rights = new LinkedHashMap<>();
        site.keys().forEach(key -> rights.put(key.identifier(), key.rights().toJson()));
        return Json.object(
                "id", site.id(),
                "name", site.name(),
                "codebase", site.release().codebase(),
                "keys", ControlApi.keys(site),
                "rights", rights,
                "switches", switches,
                "records", RecordControl.counts(site));
    }

    static Map<String, Object> body(Request request) throws IOException {
        return request.body().length == 0 ? Map.of() : Json.asObject(Json.read(request.body()));
    }
}
