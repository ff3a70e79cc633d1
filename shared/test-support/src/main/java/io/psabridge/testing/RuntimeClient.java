package io.psabridge.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's runtime client, which a function's artifact does not bring: the managed runtime has it. */
final class RuntimeClient {

    static final String MAIN = AWSLambda.class.getName();

    private RuntimeClient() {}

    static String classPath() {
        return Stream.of(
                        AWSLambda.class,
                        Context.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(RuntimeClient::jarOf)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Its own place a process: concurrent starts overwrite each other's default one under /tmp. */
    static Path unpackNativePart(Path folder) throws IOException {
        String arm = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String name = "/jni/libaws-lambda-jni.linux-" + arm + ".so";
        Path target = folder.resolve("runtime-client.so");
        try (InputStream content = AWSLambda.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IOException("The runtime client has no " + name);
            }
            Files.copy(content, target);
        }
        return target;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
