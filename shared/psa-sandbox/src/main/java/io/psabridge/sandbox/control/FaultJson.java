package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Faults as the HTTP control API writes them. */
public final class FaultJson {

    private static final Set<String> MEMBERS =
            Set.of(
                    "company",
                    "method",
                    "path",
                    "connection",
                    "skip",
                    "times",
                    "delayMs",
                    "do",
                    "status",
                    "contentType",
                    "headers",
                    "body",
                    "commit",
                    "bytes",
                    "pauseMs",
                    "rows",
                    "then");

    private FaultJson() {}

    /** Fails with IllegalArgumentException when it is no fault. */
    public static Fault read(Map<String, Object> json) {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "A fault has no " + unknown + "; it has " + new TreeSet<>(MEMBERS));
        }
        long times = number(json, "times", 1);
        return new Fault(
                text(json, "company"),
                text(json, "method"),
                text(json, "path"),
                number(json, "connection", 0),
                (int) number(json, "skip", 0),
                times <= 0 ? Integer.MAX_VALUE : (int) times,
                Duration.ofMillis(number(json, "delayMs", 0)),
                effect(json),
                changes(json));
    }

    public static Map<String, Object> write(Fault fault) {
        return Json.object(
                "company", orNull(fault.company()),
                "method", orNull(fault.method()),
                "path", orNull(fault.path()),
                "connection", fault.connection(),
                "skip", fault.skip(),
                "times", fault.times(),
                "delayMs", fault.delay().toMillis(),
                "effect", fault.effect().toString(),
                "then", fault.then().size());
    }

    private static FaultEffect effect(Map<String, Object> json) {
        String name = text(json, "do");
        if (name == null) {
            return json.containsKey("status") ? answer(json) : new FaultEffect.Nothing();
        }
        return switch (name) {
            case "answer" -> answer(json);
            case "cut-short" -> new FaultEffect.CutShort((int) number(json, "bytes", -1));
            case "drip" ->
                    new FaultEffect.Drip(
                            (int) Math.max(1, number(json, "bytes", 1)),
                            number(json, "pauseMs", 100));
            case "short-page" -> new FaultEffect.ShortPage((int) number(json, "rows", 1));
            case "hide-newest" -> new FaultEffect.HideNewest((int) number(json, "rows", 1));
            default -> Fault.of(name).effect();
        };
    }

    private static FaultEffect answer(Map<String, Object> json) {
        Map<String, String> headers = new LinkedHashMap<>();
        Object given = json.get("headers");
        if (given != null) {
            Json.asObject(given).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        }
        Object body = json.getOrDefault("body", "");
        String type = text(json, "contentType");
        return new FaultEffect.Answer(
                (int) number(json, "status", 200),
                type == null ? "application/json; charset=utf-8" : type,
                headers,
                body instanceof String string ? string : Json.text(body),
                Boolean.TRUE.equals(json.get("commit")));
    }

    private static List<RecordChange> changes(Map<String, Object> json) {
        Object then = json.get("then");
        if (then == null) {
            return List.of();
        }
        return Json.asList(then).stream()
                .map(each -> RecordChange.fromJson(Json.asObject(each)))
                .toList();
    }

    private static @Nullable String text(Map<String, Object> json, String name) {
        Object value = json.get(name);
        return value == null || Json.isNull(value) ? null : String.valueOf(value);
    }

    private static long number(Map<String, Object> json, String name, long otherwise) {
        Object value = json.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is a whole number");
    }

    private static Object orNull(@Nullable String text) {
        return text == null ? Json.NULL : text;
    }
}
