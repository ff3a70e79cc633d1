package io.psabridge.testing;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A stand-in of AWS in a container, where there is a Docker; ends with this JVM. */
final class LocalStack {

    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.9");
    private static final int PORT = 4566;

    private LocalStack() {}

    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends
    static URI start() {
        GenericContainer<?> container =
                new GenericContainer<>(IMAGE).withExposedPorts(PORT).withEnv("SERVICES", "kms");
        container.start();
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
    }
}
