package io.psabridge.sandbox;

import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every member that is shown is there and equal; what the server makes itself is free. */
final class Comparison {

    private static final Set<String> FREE =
            Set.of("mobileGuid", "connectWiseId", "connectWiseID", "guid", "signing_key");
    private static final Set<String> MADE_BY_WRITES =
            Set.of(
                    "_info",
                    "dateCreated",
                    "createdOnDate",
                    "dateEntered",
                    "closedDate",
                    "dateStart",
                    "dateEnd",
                    "serverFileName");

    private final Set<String> alsoFree;
    private final boolean afterWrite;

    /**
     * @param alsoFree members that the file leaves open
     * @param afterWrite whether moments and authors are the server's
     */
    Comparison(Set<String> alsoFree, boolean afterWrite) {
        this.alsoFree = alsoFree;
        this.afterWrite = afterWrite;
    }

    /** The first difference, or an empty text. */
    String difference(@Nullable Object shown, @Nullable Object actual) {
        return difference("", shown, actual);
    }

    private String difference(String path, @Nullable Object shown, @Nullable Object actual) {
        if (shown == null || Json.isNull(shown)) {
            if (actual == null || Json.isNull(actual)) {
                return "";
            }
            return path + " is " + Json.text(actual) + " and should be absent";
        }
        if (actual == null) {
            boolean unset = shown.equals(Map.of()) || shown.equals("") || shown.equals(List.of());
            return unset ? "" : path + " is missing; shown is " + Json.text(shown);
        }
        return switch (shown) {
            case Map<?, ?> map when actual instanceof Map<?, ?> other ->
                    members(path, Json.asObject(map), Json.asObject(other));
            case List<?> list when actual instanceof List<?> other -> elements(path, list, other);
            case Number number when actual instanceof Number other ->
                    number.doubleValue() == other.doubleValue() ? "" : differs(path, shown, actual);
            case String text when actual instanceof String other ->
                    withoutPosition(text).equals(withoutPosition(other))
                            ? ""
                            : differs(path, shown, actual);
            default -> Objects.equals(shown, actual) ? "" : differs(path, shown, actual);
        };
    }

    private String members(String path, Map<String, Object> shown, Map<String, Object> actual) {
        for (Map.Entry<String, Object> member : shown.entrySet()) {
            String name = member.getKey();
            if (isFree(name)) {
                continue;
            }
            String difference = difference(path + "/" + name, member.getValue(), actual.get(name));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private String elements(String path, List<?> shown, List<?> actual) {
        if (shown.size() != actual.size()) {
            return path
                    + " has "
                    + actual.size()
                    + " elements in place of "
                    + shown.size()
                    + ": "
                    + Json.text(actual);
        }
        for (int i = 0; i < shown.size(); i++) {
            String difference = difference(path + "[" + i + "]", shown.get(i), actual.get(i));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private boolean isFree(String name) {
        return name.endsWith("_href")
                || FREE.contains(name)
                || alsoFree.contains(name)
                || (afterWrite && MADE_BY_WRITES.contains(name));
    }

    private static String differs(String path, Object shown, Object actual) {
        return path + " is " + Json.text(actual) + " in place of " + Json.text(shown);
    }

    private static String withoutPosition(String text) {
        return text.replaceAll("position \\d+", "position #");
    }
}
