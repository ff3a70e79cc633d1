package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists that are put together for the occasion: paged, and otherwise as they are. */
final class Computed {

    private Computed() {}

    static Answer list(Call call, List<Map<String, Object>> rows) {
        Page page = Page.of(call);
        List<Map<String, Object>> shown = new ArrayList<>(page.of(rows, call.effect()));
        Answer answer = Answer.json(200, Json.bytes(shown));
        String links = Links.of(call, page, rows.size(), 0);
        return links == null ? answer : answer.withHeader("Link", links);
    }
}
