package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.annotation.Generated;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others' generators make of the API's description compile, and so do their users. */
class GeneratedClientsIT {

    private static final Path WORKSHOP = Path.of("target", "clients");
    private static final Path GENERATOR = WORKSHOP.resolve("openapi-generator-cli-7.17.0.jar");

    @TempDir static Path home;

    private static Path description;

    @BeforeAll
    static void described() throws Exception {
        Files.createDirectories(WORKSHOP);
        try (BridgeProcess bridge = BridgeProcess.start(home, Map.of())) {
            description =
                    Files.writeString(
                            WORKSHOP.resolve("openapi.yml"),
                            BridgeProcess.send(BridgeProcess.to(bridge.url() + "/openapi.yml"))
                                    .body());
        }
    }

    @Test
    void theTypeScriptClientCompiles() throws Exception {
        assumeTrue(
                run("node", "--version") && run("npm", "--version"),
                "needs Node and npm, which are not here");
        assumeTrue(
                Files.exists(WORKSHOP.resolve("node_modules/openapi-fetch"))
                        || run(
                                "npm",
                                "install",
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--silent",
                                "--prefix",
                                ".",
                                "openapi-typescript@7.13.0",
                                "openapi-fetch@0.17.0",
                                "typescript@5.9.3"),
                "needs npm packages, which could not be installed");
        copy("use.ts");

        succeeds("npx", "--no-install", "openapi-typescript", "openapi.yml", "-o", "api.ts");
        succeeds(
                "npx",
                "--no-install",
                "tsc",
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "use.ts");
    }

    @Test
    void theJavaClientCompiles() throws Exception {
        assumeTrue(
                Files.exists(GENERATOR)
                        || run(
                                new File("../../mvnw").getCanonicalPath(),
                                "-q",
                                "-N",
                                "-f",
                                new File("../../pom.xml").getCanonicalPath(),
                                "dependency:copy",
                                "-Dartifact=org.openapitools:openapi-generator-cli:7.17.0",
                                "-DoutputDirectory=" + WORKSHOP.toAbsolutePath()),
                "needs openapi-generator-cli, which could not be had from Maven's repository");
        Path made = WORKSHOP.resolve("java");
        delete(made);

        succeeds(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                GENERATOR.getFileName().toString(),
                "generate",
                "-g",
                "java",
                "-i",
                description.getFileName().toString(),
                "-o",
                "java",
                "--additional-properties=library=native,useJakartaEe=true,openApiNullable=false,"
                        + "annotationLibrary=none,generateBuilders=false,"
                        + "invokerPackage=io.psabridge.client,apiPackage=io.psabridge.client.api,"
                        + "modelPackage=io.psabridge.client.model");

        copy("Use.java");
        compiles(made.resolve("src/main/java"), WORKSHOP.resolve("Use.java"));
    }

    /** The generator brings the libraries that its client uses, but for the annotations. */
    private static void compiles(Path sources, Path user) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter said = new StringWriter();
        Path classes = Files.createDirectories(WORKSHOP.resolve("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> all =
                    Stream.concat(
                                    found.filter(it -> it.toString().endsWith(".java")),
                                    Stream.of(user))
                            .toList();
            assertThat(all).hasSizeGreaterThan(30);
            boolean compiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-cp",
                                            GENERATOR + File.pathSeparator + annotations(),
                                            "-d",
                                            classes.toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(all))
                            .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    private static String annotations() {
        return Generated.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private static void copy(String user) throws IOException {
        try (var source =
                Objects.requireNonNull(
                        GeneratedClientsIT.class.getResourceAsStream("/clients/" + user))) {
            Files.write(WORKSHOP.resolve(user), source.readAllBytes());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.map(Path::toFile).sorted((a, b) -> b.compareTo(a)).forEach(File::delete);
            }
        }
    }

    private static void succeeds(String... command) throws Exception {
        Process process = process(command).redirectErrorStream(true).start();
        String said = process.inputReader().readAllAsString();
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    process(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessBuilder process(String... command) {
        return new ProcessBuilder(List.of(command)).directory(WORKSHOP.toFile());
    }
}
