package io.psabridge.standalone;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;

/** The API's description, and the page that shows it; both need no token. */
@Controller
final class DocsController {

    private static final String NO_FOREIGN_CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ResourceResolver resources;

    DocsController(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get("/openapi.yml")
    HttpResponse<StreamedFile> description() {
        return file("META-INF/swagger/psa-bridge.yml", new MediaType("application/yaml"));
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<StreamedFile> page() {
        return file("docs/index.html", MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", NO_FOREIGN_CONTENT)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private MutableHttpResponse<StreamedFile> file(String path, MediaType type) {
        InputStream stream = resources.getResourceAsStream("classpath:" + path).orElseThrow();
        return HttpResponse.ok(new StreamedFile(stream, type));
    }
}
