package io.psabridge.benchmark;

import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.FunctionProcess;
import io.psabridge.testing.HttpEvent;
import java.nio.file.Path;
import java.util.List;

/**
 * A first answer that is measured.
 *
 * @param module the function's folder; empty for a handler that does nothing
 * @param what what the answer takes
 * @param route of the request; {@code {c}} and {@code {t}} stand for a connection and a ticket
 */
record ColdCase(String module, String what, String route) {

    private static final String HANDLER =
            "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";
    private static final Path OWN_JAR = Path.of("benchmark/target/psa-bridge-benchmark-0.1.0.jar");

    private static final String TICKET = "/v1/connections/{c}/tickets/{t}";

    static final List<ColdCase> FUNCTIONS =
            List.of(
                    new ColdCase("connections", "list the connections", "/v1/connections"),
                    new ColdCase("tickets", "read a ticket from the PSA", TICKET),
                    new ColdCase("notes", "list a ticket's notes from the PSA", TICKET + "/notes"),
                    new ColdCase(
                            "statuses",
                            "list a ticket's statuses from the PSA",
                            TICKET + "/statuses"));

    /** Each does what the one before it does, and more. */
    static final List<ColdCase> STEPS =
            List.of(
                    new ColdCase(
                            "", "JVM and AWS's runtime client, a handler that does nothing", "/"),
                    new ColdCase("tickets", "+ Micronaut's context, routing, JSON", "/health/live"),
                    new ColdCase("tickets", "+ first database connection", "/health"),
                    new ColdCase(
                            "tickets",
                            "+ token verified, tenant's transaction, a query",
                            "/v1/ticket-links"),
                    new ColdCase(
                            "tickets", "+ credentials opened, PSA called: the ticket", TICKET));

    FunctionHarness start(FunctionWorld world) {
        FunctionProcess process;
        if (module.isEmpty()) {
            process = FunctionHarness.handler(Hello.class.getName()).classPath(OWN_JAR);
        } else {
            Path target = Path.of("functions", module, "target");
            process =
                    FunctionHarness.handler(HANDLER)
                            .classPath(target.resolve(module + ".jar"))
                            .jarsOf(target.resolve("lib"));
        }
        world.environment().forEach(process::environment);
        return process.start();
    }

    HttpEvent event(FunctionWorld world) {
        String path = route.replace("{c}", world.connection()).replace("{t}", world.ticket());
        return HttpEvent.of("GET", path).header("authorization", "Bearer " + world.token());
    }
}
