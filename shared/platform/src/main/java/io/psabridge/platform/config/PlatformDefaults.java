package io.psabridge.platform.config;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every process of this platform is set to, so that each answers alike. */
@ContextConfigurer
public final class PlatformDefaults implements ApplicationContextConfigurer {

    /** The largest request body, in bytes. */
    public static final int MAX_BODY = 1024 * 1024;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datasources.default.dialect", "POSTGRES");
        properties.put("micronaut.server.thread-selection", "BLOCKING");
        properties.put("micronaut.server.max-request-size", MAX_BODY);
        properties.put("micronaut.serde.serialization.inclusion", "NON_ABSENT");
        properties.put("micronaut.serde.deserialization.ignore-unknown", false);
        builder.properties(properties);
        // Deducing the environment looks for clouds; nothing here depends on one.
        builder.deduceEnvironment(false);
        builder.banner(false);
    }
}
