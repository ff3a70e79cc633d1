package io.psabridge.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a function's process; {@link #start()} runs it. */
public final class FunctionProcess {

    private static final String NATIVE_PART =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    static final String LOG = "output.log";

    private final String handler;
    private final List<String> classPath = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    FunctionProcess(String handler) {
        this.handler = handler;
    }

    /** Adds a jar or a folder of classes. */
    public FunctionProcess classPath(Path entry) {
        classPath.add(entry.toString());
        return this;
    }

    /** Adds every jar of a folder, such as {@code target/lib}. */
    public FunctionProcess jarsOf(Path folder) {
        classPath.add(folder.resolve("*").toString());
        return this;
    }

    public FunctionProcess jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    public FunctionProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public FunctionHarness start() {
        return FunctionHarness.start(this);
    }

    /** Runs it; what it writes goes to {@code log} in the folder. */
    Process start(String runtimeApi, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as Lambda sets it
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-D" + NATIVE_PART + "=" + RuntimeClient.unpackNativePart(folder));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(
                String.join(File.pathSeparator, classPath)
                        + File.pathSeparator
                        + RuntimeClient.classPath());
        command.add(RuntimeClient.MAIN);
        command.add(handler);
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(LOG).toFile());
        process.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        process.environment().put("AWS_LAMBDA_FUNCTION_NAME", "function-under-test");
        process.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        process.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        process.environment().put("AWS_REGION", "eu-central-1");
        process.environment().put("_HANDLER", handler);
        process.environment().put("LAMBDA_TASK_ROOT", System.getProperty("java.io.tmpdir"));
        process.environment().putAll(environment);
        return process.start();
    }
}
