package io.psabridge.core.testing;

import com.fasterxml.jackson.jr.ob.JSON;
import io.psabridge.core.testing.ScriptedPsa.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Exchanges that others wrote, to be answered by a {@link ScriptedPsa}. */
public final class Transcript {

    private static final Path WIRE = Path.of("../wire/connectwise");

    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");

    private final Map<String, Object> file;

    private Transcript(Map<String, Object> file) {
        this.file = file;
    }

    public static Transcript read(String name) throws IOException {
        return read(name, Duration.ZERO);
    }

    /** With all its moments so much later. */
    public static Transcript read(String name, Duration later) throws IOException {
        String written = Files.readString(WIRE.resolve(name + ".json"));
        String moved =
                MOMENT.matcher(written)
                        .replaceAll(moment -> Instant.parse(moment.group()).plus(later).toString());
        return new Transcript(JSON.std.mapFrom(moved));
    }

    /** The answer to its n-th request, from 0. */
    public Reply reply(int number) throws IOException {
        List<?> exchanges = (List<?>) Objects.requireNonNull(file.get("exchanges"));
        Map<?, ?> exchange = (Map<?, ?>) exchanges.get(number);
        Map<?, ?> response = (Map<?, ?>) Objects.requireNonNull(exchange.get("response"));
        return response.get("status") instanceof Integer status
                ? new Reply(status, JSON.std.asString(response.get("body")))
                : Reply.NONE;
    }

    /** What the client is given, such as {@code text}. */
    public String input(String member) {
        Map<?, ?> client = (Map<?, ?>) Objects.requireNonNull(file.get("client"));
        Map<?, ?> input = (Map<?, ?>) Objects.requireNonNull(client.get("input"));
        return String.valueOf(input.get(member));
    }
}
