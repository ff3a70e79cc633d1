package io.psabridge.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function in a process of its own, under AWS's runtime client, with the Lambda Runtime API
 * around it.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class FunctionHarness implements AutoCloseable {

    private FunctionHarness() {}

    /** Begins to describe the function whose handler class this is. */
    public static Builder handler(String className) {
        return new Builder(className);
    }

    /** Hands one event to the function and waits for its answer. */
    public FunctionAnswer send(HttpEvent event) {
        throw new UnsupportedOperationException(event.path());
    }

    /** Hands over any event as JSON, and gives the function's answer as it stands. */
    public String invoke(String event) {
        throw new UnsupportedOperationException(event);
    }

    /** What the first answer took; fails before there was one. */
    public ColdStart coldStart() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    /** Describes a function. */
    public static final class Builder {

        private final String handler;
        private final List<Path> classPath = new ArrayList<>();
        private final List<String> jvmOptions = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();

        private Builder(String handler) {
            this.handler = handler;
        }

        /** Adds a jar or a folder of classes. */
        public Builder classPath(Path entry) {
            classPath.add(entry);
            return this;
        }

        /** Adds every jar of a folder, such as {@code target/lib}. */
        public Builder jarsOf(Path folder) {
            classPath.add(folder.resolve("*"));
            return this;
        }

        public Builder jvmOption(String option) {
            jvmOptions.add(option);
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public FunctionHarness start() {
            throw new UnsupportedOperationException(handler + classPath + jvmOptions + environment);
        }
    }
}
