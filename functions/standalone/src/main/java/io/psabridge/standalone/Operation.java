package io.psabridge.standalone;

import io.psabridge.platform.web.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation on its way into the description: what the build knows of it.
 *
 * @param scope absent for what needs no token
 */
record Operation(String verb, String path, @Nullable Scope scope, Map<String, Object> content) {

    private static final String NOTES = "/notes";

    /** Every POST does but those whose answer holds a secret, and those that a PSA sends. */
    boolean takesKey() {
        return verb.equals("post")
                && path.startsWith("/v1/")
                && !isOfAPsa()
                && !path.startsWith("/v1/connect-sessions");
    }

    /** Called by a PSA, in its own way. */
    boolean isOfAPsa() {
        return path.startsWith("/v1/callbacks/");
    }

    boolean hasBody() {
        return content.containsKey("requestBody");
    }

    boolean isList() {
        return parameters().stream().anyMatch(it -> "cursor".equals(it.get("name")));
    }

    boolean namesARecord() {
        return path.contains("{") || is("post", "/v1/ticket-links");
    }

    /** Stored at once and delivered later, whatever the PSA does meanwhile. */
    boolean postsANote() {
        return verb.equals("post") && path.endsWith(NOTES);
    }

    /** Whether its answer depends on what a PSA says. */
    boolean asksThePsa() {
        return path.contains("/tickets")
                || path.endsWith("/status")
                || postsANote()
                || is("post", "/v1/ticket-links")
                || is("get", "/v1/ticket-links/{id}")
                || triesCredentials();
    }

    boolean triesCredentials() {
        return is("post", "/v1/connections")
                || path.endsWith("/credentials")
                || path.endsWith("/verify");
    }

    /** Reads, links and new credentials do not, nor do notes, which wait. */
    boolean needsAnUnpausedConnection() {
        boolean writesTickets = path.contains("/tickets") || path.endsWith("/status");
        return (writesTickets && !verb.equals("get") && !postsANote())
                || path.endsWith("/verify")
                || is("get", "/v1/ticket-links/{id}");
    }

    boolean is(String ofVerb, String ofPath) {
        return verb.equals(ofVerb) && path.equals(ofPath);
    }

    List<Map<String, Object>> parameters() {
        List<Map<String, Object>> found = new ArrayList<>();
        if (content.get("parameters") instanceof List<?> given) {
            given.forEach(it -> found.add(Tree.object(it)));
        }
        return found;
    }

    Operation with(String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(content);
        changed.put(member, value);
        return new Operation(verb, path, scope, changed);
    }
}
