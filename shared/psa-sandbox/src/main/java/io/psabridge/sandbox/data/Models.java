package io.psabridge.sandbox.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** All models, by name. */
public final class Models {

    private static final Map<String, Model> ALL = load();

    private Models() {}

    public static Model of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static Map<String, Model> load() {
        InputStream source = Objects.requireNonNull(Models.class.getResourceAsStream("models.txt"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            return read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Model> read(BufferedReader lines) throws IOException {
        Map<String, Model> models = new HashMap<>();
        Model current = new Model("");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("  ")) {
                current.add(Field.parse(line));
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                current = new Model(line);
                models.put(line, current);
            }
        }
        return models;
    }
}
