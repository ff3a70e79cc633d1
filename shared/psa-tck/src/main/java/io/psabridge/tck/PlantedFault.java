package io.psabridge.tck;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the fault of a {@link KitRun} to the constructor of the test that it runs. */
public final class PlantedFault implements ParameterResolver {

    static final String KEY = "io.psabridge.tck.fault";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KitFault.class;
    }

    @Override
    public KitFault resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(KEY, KitFault::valueOf).orElseThrow();
    }
}
