package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Link header of a page. */
final class Links {

    private static final List<String> REPEATED =
            List.of(
                    "conditions",
                    "childConditions",
                    "customFieldConditions",
                    "orderBy",
                    "fields",
                    "pageSize");

    private Links() {}

    /** Null when the page stands alone. */
    static @Nullable String of(Call call, Page page, int all, long lastId) {
        if (page.forwardOnly()) {
            return link(call, "pageId=" + lastId, "next");
        }
        int lastPage = Math.max(1, (all + page.size() - 1) / page.size());
        List<String> links = new ArrayList<>();
        if (page.number() > 1) {
            links.add(link(call, "page=1", "first"));
            links.add(link(call, "page=" + (page.number() - 1), "prev"));
        }
        if (page.number() < lastPage) {
            links.add(link(call, "page=" + (page.number() + 1), "next"));
            links.add(link(call, "page=" + lastPage, "last"));
        }
        return links.isEmpty() ? null : String.join(", ", links);
    }

    private static String link(Call call, String key, String relation) {
        StringBuilder url = new StringBuilder();
        String origin = call.site().choice(Switch.LINK_ORIGIN);
        url.append('<').append(origin.isEmpty() ? call.origin() : origin);
        url.append(call.request().path().replaceAll("/+$", "")).append("/?");
        for (String name : REPEATED) {
            String value = call.query(name);
            if (value != null) {
                url.append(name).append('=').append(encode(value)).append('&');
            }
        }
        return url.append(key).append(">; rel=\"").append(relation).append('"').toString();
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (int at = encoded.indexOf("%"); at >= 0; at = encoded.indexOf("%", at + 1)) {
            encoded.replace(at, at + 3, encoded.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return encoded.toString();
    }
}
