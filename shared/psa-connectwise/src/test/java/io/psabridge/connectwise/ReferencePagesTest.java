package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages about ConnectWise say what the code does; {@code -Dpages.write=true} writes them. */
class ReferencePagesTest {

    private static final Path FOLDER = Path.of("..", "..", "docs", "connectwise");

    @Test
    void theEndpointsAreThoseOfTheCode() throws IOException {
        isCurrent("endpoints.md", EndpointsPage.text());
    }

    @Test
    void theErrorsAreThoseOfTheCode() throws IOException {
        isCurrent("errors.md", ErrorsPage.text());
    }

    private static void isCurrent(String page, String text) throws IOException {
        Path file = FOLDER.resolve(page);
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("%s is stale: run this test with -Dpages.write=true", page)
                .isEqualTo(text);
    }
}
