package io.psabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that others wrote for ConnectWise takes the sandbox for one. */
class ThirdPartyClientTest {

    private static final Path WORKSHOP = Path.of("target", "connectwise-rest");

    @Test
    void theNpmPackageListsTicketsCreatesOneAndPostsANote() throws Exception {
        assumeTrue(
                runs("node", "--version") && runs("npm", "--version"),
                "needs Node and npm, which are not here");
        Files.createDirectories(WORKSHOP);
        assumeTrue(
                isInstalled(),
                "needs the npm package connectwise-rest, which could not be installed");
        try (ConnectWiseSandbox sandbox = ConnectWiseSandbox.start()) {
            Map<String, Object> result = play(sandbox);

            assertThat(result)
                    .containsEntry("listed", 10L)
                    .containsEntry("summary", "Von außen: 厨房のケトル");
            long note = Long.parseLong(String.valueOf(result.get("note")));
            assertThat(sandbox.demo().record(Tables.NOTES, note).orElseThrow())
                    .containsEntry("text", "Zeile 1\nZeile 2 ☕")
                    .containsEntry("ticketId", result.get("ticket"));
            long alerts =
                    sandbox.demo().records(Tables.TICKETS).stream()
                            .filter(ticket ->
                                    String.valueOf(ticket.get("board")).startsWith("{id=23,"))
                            .count();
            assertThat(result).containsEntry("paged", alerts);
        }
    }

    private static Map<String, Object> play(ConnectWiseSandbox sandbox) throws Exception {
        Path script = WORKSHOP.resolve("connectwise-rest.cjs");
        try (var source =
                Objects.requireNonNull(
                        ThirdPartyClientTest.class.getResourceAsStream(
                                "/third-party/connectwise-rest.cjs"))) {
            Files.write(script, source.readAllBytes());
        }
        Map<String, String> keys = sandbox.credentials();
        Process node =
                new ProcessBuilder(
                                "node",
                                script.getFileName().toString(),
                                sandbox.origin(),
                                key(keys, "companyId"),
                                key(keys, "publicKey"),
                                key(keys, "privateKey"),
                                key(keys, "clientId"))
                        .directory(WORKSHOP.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return Json.asObject(Json.read(said));
    }

    private static String key(Map<String, String> keys, String name) {
        return Objects.requireNonNull(keys.get(name));
    }

    private static boolean isInstalled() throws IOException, InterruptedException {
        return Files.exists(WORKSHOP.resolve("node_modules/connectwise-rest"))
                || runs(
                        "npm",
                        "install",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--silent",
                        "--prefix",
                        ".",
                        "connectwise-rest@1.3.0");
    }

    private static boolean runs(String... command) throws InterruptedException {
        File here = Files.isDirectory(WORKSHOP) ? WORKSHOP.toFile() : new File(".");
        try {
            Process process =
                    new ProcessBuilder(List.of(command))
                            .directory(here)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
