package io.psabridge.sandbox.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is waiting for the calls it is meant for. Made by {@link #of} and the methods {@code
 * on…}, which return a narrower copy.
 *
 * @param company the company's id, or null for all
 * @param method such as GET, or null for all
 * @param path what follows {@code /apis/3.0}, with {@code *} for any text, or null for all
 * @param connection the number of one TCP connection, or 0 for all
 * @param skip how many matching calls pass before
 * @param times how many calls it hits
 */
public record Fault(
        @Nullable String company,
        @Nullable String method,
        @Nullable String path,
        long connection,
        int skip,
        int times,
        Duration delay,
        FaultEffect effect,
        List<RecordChange> then) {

    public static Fault of(FaultEffect effect) {
        return new Fault(null, null, null, 0, 0, 1, Duration.ZERO, effect, List.of());
    }

    /** One of the effects that the HTTP control API knows by name, such as {@code 429-json}. */
    public static Fault of(String effect) {
        FaultEffect found = FaultPreset.BY_NAME.get(effect);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no effect " + effect + "; there are " + FaultPreset.BY_NAME.keySet());
        }
        return of(found);
    }

    public static Fault delay(Duration delay) {
        return of(new FaultEffect.Nothing()).delayed(delay);
    }

    /** An answer with this status and body instead of the usual one; nothing is carried out. */
    public static Fault answer(
            int status, String contentType, String body, Map<String, String> headers) {
        return of(new FaultEffect.Answer(status, contentType, headers, body, false));
    }

    /**
     * Changes records right after the call was answered, as somebody else's work between two pages.
     */
    public static Fault changeAfter(RecordChange... changes) {
        return of(new FaultEffect.Nothing()).then(List.of(changes));
    }

    public Fault onCompany(String id) {
        return new Fault(id, method, path, connection, skip, times, delay, effect, then);
    }

    public Fault on(String onMethod, String onPath) {
        return new Fault(company, onMethod, onPath, connection, skip, times, delay, effect, then);
    }

    public Fault onConnection(long number) {
        return new Fault(company, method, path, number, skip, times, delay, effect, then);
    }

    public Fault afterSkipping(int calls) {
        return new Fault(company, method, path, connection, calls, times, delay, effect, then);
    }

    public Fault times(int calls) {
        return new Fault(company, method, path, connection, skip, calls, delay, effect, then);
    }

    public Fault forever() {
        return times(Integer.MAX_VALUE);
    }

    public Fault delayed(Duration time) {
        return new Fault(company, method, path, connection, skip, times, time, effect, then);
    }

    public Fault then(List<RecordChange> changes) {
        return new Fault(
                company,
                method,
                path,
                connection,
                skip,
                times,
                delay,
                effect,
                List.copyOf(changes));
    }

    boolean concerns(String callCompany, String callMethod, String callPath, long callConnection) {
        return (company == null || company.equalsIgnoreCase(callCompany))
                && (method == null || method.equalsIgnoreCase(callMethod))
                && (connection == 0 || connection == callConnection)
                && (path == null || matches(path, callPath));
    }

    private static boolean matches(String glob, String callPath) {
        if (!glob.contains("*")) {
            return glob.equals(callPath);
        }
        List<String> parts = new ArrayList<>();
        for (String part : glob.split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.matches(String.join(".*", parts), callPath);
    }
}
