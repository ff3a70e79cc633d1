package io.psabridge.functions.maintenance;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.psabridge.platform.config.BridgeSettings;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A task that the product's own services do. They are there while it runs, each made only when it
 * is needed.
 */
record ServiceTask(Set<String> members, BiFunction<BeanContext, Members, Object> work)
        implements Task {

    @Override
    public Object run(BridgeSettings settings, Members request) {
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .banner(false)
                        .singletons(settings)
                        .start()) {
            return work.apply(context, request);
        }
    }
}
