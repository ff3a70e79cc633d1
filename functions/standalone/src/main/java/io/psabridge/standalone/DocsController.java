package io.psabridge.standalone;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
    private final ApiDescription description;

    DocsController(ResourceResolver resources, ApiDescription description) {
        this.resources = resources;
        this.description = description;
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    String description() {
        return description.yaml();
    }

    /** What each code of a problem means; a problem's type leads here. */
    @Get("/docs/problems")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> problems() {
        return page(ProblemPage.html());
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<StreamedFile> api() {
        InputStream page = resources.getResourceAsStream("classpath:docs/index.html").orElseThrow();
        return page(new StreamedFile(page, MediaType.TEXT_HTML_TYPE));
    }

    private static <T> HttpResponse<T> page(T content) {
        return HttpResponse.ok(content)
                .header("Content-Security-Policy", NO_FOREIGN_CONTENT)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }
}
