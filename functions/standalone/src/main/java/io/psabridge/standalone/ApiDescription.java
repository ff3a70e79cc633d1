package io.psabridge.standalone;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.util.SupplierUtil;
import io.psabridge.platform.web.RouteScopes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The OpenAPI 3.1 document of all functions, made of what the build generates for each. */
@Singleton
final class ApiDescription {

    private static final List<String> FUNCTIONS =
            List.of("connections", "tickets", "notes", "statuses", "callbacks");

    private final ResourceResolver resources;
    private final RouteScopes routes;
    private final Supplier<String> document = SupplierUtil.memoized(this::merged);

    ApiDescription(ResourceResolver resources, RouteScopes routes) {
        this.resources = resources;
        this.routes = routes;
    }

    /** The document as YAML. */
    String yaml() {
        return document.get();
    }

    private String merged() {
        DescriptionParts parts =
                new DescriptionParts(read("docs/openapi-common.yml"), routes.scopes());
        for (String function : FUNCTIONS) {
            parts.add(read("META-INF/swagger/" + function + ".yml"));
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return yaml(options).dump(parts.completed());
    }

    private Map<String, Object> read(String path) {
        try (InputStream stream =
                resources.getResourceAsStream("classpath:" + path).orElseThrow()) {
            Map<String, Object> content = yaml(new DumperOptions()).load(stream);
            return new TreeMap<>(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml yaml(DumperOptions options) {
        return new Yaml(
                new SafeConstructor(new LoaderOptions()), new Representer(options), options);
    }
}
