package io.psabridge.tck;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the test that a fault names, on a provider in which it is planted, and tells how it went.
 *
 * <p>The class that is run extends {@link PsaConformanceTest}, is extended with {@link
 * PlantedFault}, and takes the {@link KitFault} in its constructor.
 */
public final class KitRun implements TestExecutionListener {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private final Map<String, Throwable> failures = new TreeMap<>();
    private int finished;

    private KitRun() {}

    public static KitRun of(Class<? extends PsaConformanceTest> broken, KitFault fault) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(broken))
                        .filters(named(fault.test()))
                        .configurationParameter(PlantedFault.KEY, fault.name())
                        // several runs may be at work already
                        .configurationParameter(PARALLEL, "false")
                        .build();
        KitRun run = new KitRun();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    /** What failed, by the name of the method, with the first reason. */
    public Map<String, Throwable> failures() {
        return Map.copyOf(failures);
    }

    /** How many tests ran to an end, good or bad; skipped ones do not count. */
    public int finished() {
        return finished;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() != TestExecutionResult.Status.ABORTED) {
            finished++;
            String name = test.getSource().map(KitRun::method).orElse(test.getDisplayName());
            result.getThrowable().ifPresent(reason -> failures.putIfAbsent(name, reason));
        }
    }

    private static PostDiscoveryFilter named(String method) {
        return test ->
                FilterResult.includedIf(
                        !(test.getSource().orElse(null) instanceof MethodSource source)
                                || source.getMethodName().equals(method));
    }

    private static String method(TestSource source) {
        return source instanceof MethodSource method ? method.getMethodName() : source.toString();
    }
}
