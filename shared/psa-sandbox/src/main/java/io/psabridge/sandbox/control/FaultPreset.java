package io.psabridge.sandbox.control;

import io.psabridge.sandbox.control.FaultEffect.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Effects by name, as the HTTP control API orders them. */
final class FaultPreset {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html";
    private static final String LIMIT =
            "{\"error\":\"ConnectWiseAPI\",\"message\":\"Too many requests. Please try again in 30"
                    + " seconds.\"}";

    static final Map<String, FaultEffect> BY_NAME = byName();

    private FaultPreset() {}

    private static Map<String, FaultEffect> byName() {
        Map<String, FaultEffect> effects = new LinkedHashMap<>();
        effects.put("nothing", new FaultEffect.Nothing());
        effects.put("no-answer", new FaultEffect.NoAnswer(false));
        effects.put("no-answer-after-commit", new FaultEffect.NoAnswer(true));
        effects.put("reset-before-commit", new FaultEffect.Reset(false));
        effects.put("reset-after-commit", new FaultEffect.Reset(true));
        effects.put("cut-short", new FaultEffect.CutShort(-1));
        effects.put("drip", new FaultEffect.Drip(1, 100));
        effects.put("short-page", new FaultEffect.ShortPage(1));
        effects.put("hide-newest", new FaultEffect.HideNewest(1));
        effects.put("patch-without-effect", new FaultEffect.PatchWithoutEffect());
        effects.put("429-json", answer(429, JSON, LIMIT, "Retry-After", "30"));
        effects.put("429-json-without-retry-after", answer(429, JSON, LIMIT));
        effects.put(
                "429-html",
                answer(
                        429,
                        HTML,
                        page("429 Too Many Requests", "Error 1015"),
                        "Retry-After",
                        "17"));
        effects.put(
                "429-html-without-retry-after",
                answer(429, HTML, page("429 Too Many Requests", "Error 1015")));
        effects.put("500-timeout", answer(500, "text/plain", "timeout"));
        effects.put("500", answer(500, JSON, broken()));
        effects.put("500-after-commit", new Answer(500, JSON, Map.of(), broken(), true));
        effects.put("502-html", answer(502, HTML, page("502 Bad Gateway", "502 Bad Gateway")));
        effects.put(
                "503-html",
                answer(
                        503,
                        HTML,
                        page("503 Maintenance", "Down for maintenance"),
                        "Retry-After",
                        "120"));
        effects.put("200-html", answer(200, HTML, page("Sign in", "Sign in")));
        effects.put("200-empty", answer(200, JSON, ""));
        effects.put("200-truncated", answer(200, JSON, "[{\"id\":510,\"name\":\"Ne"));
        effects.put("200-null", answer(200, JSON, "null"));
        effects.put("200-array", answer(200, JSON, "[]"));
        effects.put(
                "200-code",
                answer(
                        200,
                        JSON,
                        "{\"code\":\"InternalError\",\"message\":\"Something failed.\"}"));
        effects.put(
                "201-truncated-after-commit",
                new Answer(201, JSON, Map.of(), "{\"id\":90230,\"ticketId\":48213,\"te", true));
        return effects;
    }

    private static Answer answer(int status, String type, String body, String... headers) {
        return new Answer(
                status,
                type,
                headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]),
                body,
                false);
    }

    private static String broken() {
        return "{\"code\":\"InternalError\",\"message\":\"The service was not able to process your"
                + " request.\",\"errors\":null}";
    }

    private static String page(String title, String heading) {
        return "<html><head><title>"
                + title
                + "</title></head><body><h1>"
                + heading
                + "</h1></body></html>";
    }
}
