package io.psabridge.standalone;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.psabridge.platform.queue.WorkLoop;
import io.psabridge.platform.queue.Worker;
import jakarta.inject.Singleton;

/** Does what is due in this very process. */
@Factory
final class LocalWork {

    @Singleton
    @Bean(preDestroy = "close")
    WorkLoop loop(Worker worker) {
        return WorkLoop.start(worker);
    }
}
