package io.psabridge.platform.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the process can work, and whether it serves at all. Needs no token. */
@Controller("/health")
final class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

    private final List<HealthCheck> checks;

    HealthController(List<HealthCheck> checks) {
        this.checks = checks;
    }

    @Get
    HttpResponse<HealthView> health() {
        List<String> down =
                checks.stream().filter(check -> !passes(check)).map(HealthCheck::name).toList();
        return HttpResponse.<HealthView>status(
                        down.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(HealthView.of(down));
    }

    @Get("/live")
    HealthView live() {
        return HealthView.of(List.of());
    }

    private static boolean passes(HealthCheck check) {
        try {
            check.check();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Not reachable: {} ({})", check.name(), e.getClass().getName());
            return false;
        }
    }
}
